import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { markdownToText } from './markdown-to-text.ts'

type Node = DefaultTreeAdapterMap['node']

const hidden = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
  'title',
  'select',
  'textarea',
])
const blocks = new Set(
  'address article aside blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table tr ul'.split(
    ' ',
  ),
)
const isMarkup = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i
const headings = /^h[1-6]$/

/**
 * Plain text of a piece of HTML: blocks and list items on lines of their own, headings ending in a colon, scripts left out. Markdown is
 * read too, text without markup comes back as it is; HTML that was escaped once too often is read as HTML.
 */
export function htmlToText(html: string): string {
  let text = html
  // Feeds often escape their HTML twice; deeper than that nobody means it.
  for (let round = 0; round < 2 && isMarkup.test(text); round++) text = oneRound(text)
  return tidy(text)
}

function oneRound(html: string): string {
  const pieces: string[] = []
  // A stack of its own: a text that nests ten thousand deep must not end the program.
  const work: (Node | string)[] = [parseFragment(html)]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (typeof next === 'string') pieces.push(next)
    else if (next.nodeName === '#text') pieces.push((next as DefaultTreeAdapterMap['textNode']).value.replace(/\s+/g, ' '))
    else if (!hidden.has(next.nodeName) && 'childNodes' in next) {
      const [before, after] = around(next.nodeName)
      work.push(after)
      for (let at = next.childNodes.length - 1; at >= 0; at--) work.push(next.childNodes[at]!)
      work.push(before)
    }
  }
  return pieces.join('')
}

function around(name: string): [before: string, after: string] {
  if (name === 'li') return ['\n• ', '']
  if (name === 'br') return ['\n', '']
  if (headings.test(name)) return ['\n\n', ':\n']
  if (name === 'p') return ['\n\n', '\n\n']
  return blocks.has(name) ? ['\n', '\n'] : ['', '']
}

function tidy(text: string): string {
  return markdownToText(text.replaceAll('\u0000', '').replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line, at, lines) => line !== '' || (at > 0 && lines[at - 1] !== ''))
    .map((line) => line.replace(/([:?!.])\s*:$/, '$1'))
    .join('\n')
    .replace(/\n:\n/g, '\n')
    .trim()
}
