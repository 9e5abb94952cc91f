import { type DateText, Invalid } from '../../platform/index.ts'

const longest = { line: 200, text: 1000 } as const

/** A text that somebody wrote; undefined when it is empty. @throws Invalid */
export function readText(where: string, given: string | undefined, of: keyof typeof longest = 'text'): string | undefined {
  const text = given?.normalize('NFC').trim() ?? ''
  if (text === '') return undefined
  if (text.length > longest[of]) throw new Invalid(where, `At most ${longest[of]} characters.`)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  if (of === 'line' ? /\p{Cc}/u.test(text) : /[\u0000-\u0008\u000b-\u001f]/.test(text))
    throw new Invalid(where, 'Text only, without control characters.')
  return text
}

/** A day as 2027-01-31; undefined when it is empty. @throws Invalid */
export function readDay(where: string, given: string | undefined): DateText | undefined {
  const text = given?.trim() ?? ''
  if (text === '') return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
  if (!isDay) throw new Invalid(where, 'A day as 2027-01-31.')
  return text
}
