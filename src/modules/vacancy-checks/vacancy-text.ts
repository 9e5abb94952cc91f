import { Invalid } from '../../platform/index.ts'
import type { Rewrite, Span } from './check.ts'

/** Import keeps no more of a description, so more could not be published either. */
export const mostCharacters = 20_000
const longestTitle = 200

/**
 * A text as everything here has it: line ends are `\n`, letters are whole, the title is its first line. All places (`start`, `end`) count in this
 * one.
 * @throws Invalid when it is too long
 */
export function vacancyText(given: string, title?: string): string {
  const lines = tidy(given)
  const head = title === undefined ? '' : tidy(title).replace(/\s+/g, ' ').trim()
  const text = head === '' || lines.startsWith(head) ? lines : `${head}\n\n${lines}`
  if (text.length > mostCharacters) {
    throw new Invalid(
      'text',
      `This text has ${text.length} characters; at most ${mostCharacters} can be checked. Leave out what is not about this vacancy.`,
    )
  }
  return text
}

function tidy(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '').replace(/\r\n?/g, '\n').replace(/^\s+/, '').trimEnd()
}

/** The first line, when it can be a title. */
export function titleOf(text: string): Span | undefined {
  const end = text.indexOf('\n')
  const line = text.slice(0, end === -1 ? text.length : end).trimEnd()
  return line === '' || line.length > longestTitle ? undefined : { start: 0, end: line.length }
}

/** What stands under the title. */
export function bodyOf(text: string, title: Span | undefined): string {
  return title === undefined ? text : text.slice(title.end).trimStart()
}

/** All of these changes that do not touch one another, the first of two that do; the text beside them stays as it is. */
export function applyRewrites(text: string, rewrites: readonly Rewrite[]): string {
  const pieces: string[] = []
  let at = 0
  for (const { start, end, replacement } of [...rewrites].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < at || end > text.length) continue
    pieces.push(text.slice(at, start), replacement)
    at = end
  }
  return [...pieces, text.slice(at)].join('')
}
