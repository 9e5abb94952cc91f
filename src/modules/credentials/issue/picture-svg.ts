/** Letters in a line of the title, and lines: a longer title ends in an ellipsis. */
const lineLetters = 22
const mostLines = 4

interface PictureText {
  readonly title: string
  /** Who issued it. */
  readonly issuer: string
  readonly language: 'nl' | 'en'
}

/** The picture of a badge as a drawing, with its title and who issued it. No script, no style sheet, nothing from elsewhere. */
export function badgeSvg({ title, issuer, language }: PictureText): string {
  const lines = linesOf(title)
  const first = 268 - (lines.length - 1) * 15
  const shown = lines.map((line, at) => `<tspan x="200" y="${first + at * 30}">${escaped(line)}</tspan>`).join('')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img" lang="${language}">`,
    `<title>${escaped(`${title} (${issuer})`)}</title>`,
    '<circle cx="200" cy="200" r="197" fill="#13202a"/><circle cx="200" cy="200" r="183" fill="#f1f5f4"/>',
    '<g transform="translate(136 78) scale(2.8)" fill="none" stroke-width="7">',
    '<path stroke="#13202a" d="M20 3h-7a10 10 0 0 0 0 20h7a10 10 0 0 0 10-10"/><path stroke="#86134f" d="M26 23h7a10 10 0 0 0 0-20h-7a10 10 0 0 0-10 10"/></g>',
    `<text text-anchor="middle" font-family="sans-serif" font-size="25" font-weight="bold" fill="#13202a">${shown}</text>`,
    `<text x="200" y="352" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#45545f">${escaped(shortened(issuer, 30))}</text>`,
    '</svg>',
  ].join('')
}

function linesOf(title: string): string[] {
  const lines: string[] = []
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= lineLetters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(shortened(word, lineLetters))
  }
  if (lines.length <= mostLines) return lines
  const kept = lines.slice(0, mostLines)
  kept[mostLines - 1] = shortened(`${kept.at(-1)} …`, lineLetters)
  return kept
}

const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)

/** As text of XML; what XML cannot hold at all is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
