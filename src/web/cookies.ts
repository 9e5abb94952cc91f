/** The cookies of the site: the tokens of the draft profile and of the vacancy that is being written, and the wish for light or dark. Nothing else. */
export const draftCookie = 'schakel_draft'
export const vacancyCookie = 'schakel_vacancy'
export const themeCookie = 'schakel_theme'

const daySeconds = 86_400
export const draftDays = 30
export const themeDays = 365

/** Every cookie of the site, and how many days each stays after it was last written. */
export const siteCookies = [
  { name: draftCookie, days: draftDays },
  { name: vacancyCookie, days: draftDays },
  { name: themeCookie, days: themeDays },
] as const

export type Theme = 'light' | 'dark' | 'system'

export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.split('=')
    if (key?.trim() === name) return value?.trim()
  }
  return undefined
}

export function writeCookie(name: string, value: string, options: { readonly days: number; readonly secure: boolean }): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${options.days * daySeconds}`, 'HttpOnly', 'SameSite=Lax']
  if (options.secure) parts.push('Secure')
  return parts.join('; ')
}

export function themeOf(request: Request): Theme {
  const value = readCookie(request, themeCookie)
  return value === 'light' || value === 'dark' ? value : 'system'
}
