/** Plain text as HTML: paragraphs and line breaks, and nothing in it that a reader takes for markup. */
export function toHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => `<p>${escaped(block).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
