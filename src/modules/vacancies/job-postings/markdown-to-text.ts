/** Signs that Markdown puts a backslash before, so that they stand for themselves. */
const escaped = /(?<!\\)\\+([`*_{}[\]()#+\-.!<>&|~$€%,:;/'"=])/g
/** `**Dit doe jij**`, `## Wat wij vragen`, alone on a line. */
const heading = /^(?:#{1,6}\s+(.+?)[\s#]*|\*\*\s*([^*]+?)\s*\*\*)$/
const bold = /\*{2,}(?=[^\s*])([^*\n]{1,200}?)(?<=\S)\*{2,}|__(?=\S)([^_\n]{1,200}?)(?<=\S)__/g
/** A line under a heading, or between parts. */
const rule = /^(?:-{3,}|={3,}|\*{3,}|_{3,})$/
const bullet = /^[*+-]\s+(?=\S)/
/** Only a text with one of these is taken for Markdown: a star or dash alone may be anything. */
const isMarkdown = /\\[-.&#*_+()]|\*\*\S|^#{1,6}\s/m

/**
 * Markdown as plain text: headings end in a colon, items begin with a bullet, backslashes and stars are gone. Advertisements often are copied through it. Text that is none comes
 * back as it is.
 */
export function markdownToText(text: string): string {
  if (!isMarkdown.test(text)) return text
  return text
    .split('\n')
    .filter((line) => !rule.test(line.trim()))
    .map(plainLine)
    .join('\n')
}

function plainLine(line: string): string {
  const trimmed = line.trim()
  const found = heading.exec(trimmed)
  if (found) return endedByColon(withoutBackslashes(found[1] ?? found[2] ?? ''))
  return withoutBackslashes(trimmed.replace(bullet, '• ').replace(bold, '$1$2'))
}

const withoutBackslashes = (words: string): string => words.replace(escaped, '$1')

function endedByColon(words: string): string {
  return /[:?!.…]$/.test(words) ? words : `${words}:`
}
