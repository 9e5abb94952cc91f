import { browserCookieName, sessionCookieName } from '../platform/session-cookie.ts'

/**
 * The cookies of the site: the tokens of the draft profile and of the vacancy that is being written, of a session and of the browser that signs in,
 * the plan that somebody keeps who signs in first, the proof of an erasure until it is shown, and the wish for light or dark. Nothing else.
 */
export const draftCookie = 'schakel_draft'
export const vacancyCookie = 'schakel_vacancy'
export const themeCookie = 'schakel_theme'
export const planCookie = 'schakel_plan'
export const erasedCookie = 'schakel_erased'

const daySeconds = 86_400
export const draftDays = 30
export const themeDays = 365
/** Long enough to sign in. */
export const planDays = 1
/** The proof of an erasure, on its way to the page that shows it once. */
export const erasedDays = 1
/** As long as a session can last (`modules/accounts`, tested to be the same); the record ends it sooner. */
export const sessionDays = 180
/** A link works for minutes: the day is for who asks again. */
export const browserDays = 1

/** Every cookie of the site, and how many days each stays after it was last written. */
export const siteCookies = [
  { name: draftCookie, days: draftDays },
  { name: vacancyCookie, days: draftDays },
  { name: themeCookie, days: themeDays },
  { name: planCookie, days: planDays },
  { name: erasedCookie, days: erasedDays },
  { name: sessionCookieName(false), days: sessionDays },
  { name: browserCookieName(false), days: browserDays },
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
