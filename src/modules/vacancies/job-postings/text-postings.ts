import type { FoundRecord } from '../intake/record-format.ts'
import { postingsInJson } from './json-postings.ts'

const script = /<script[^>]*type\s*=\s*["']?application\/ld\+json["']?[^>]*>([\s\S]*?)<\/script>/gi

/**
 * The postings in a text that holds JSON-LD among other things, as the examples of schema.org do: scripts, and JSON that begins and ends
 * on a line of its own. Markup in other ways (microdata, RDFa) repeats the same there and is passed over.
 */
export function* postingsInText(name: string, text: string): Generator<FoundRecord> {
  for (const { start, json } of blocksOf(text)) {
    if (!json.includes('JobPosting')) continue
    const line = text.slice(0, start).split('\n').length
    for (const found of postingsInJson(name, json, line)) {
      yield { ...found, place: found.content ? `${name}:${line}` : found.place }
    }
  }
}

function blocksOf(text: string): { readonly start: number; readonly json: string }[] {
  const scripts = [...text.matchAll(script)].map((match) => {
    const json = match[1] ?? ''
    return { start: match.index + match[0].indexOf('>') + 1, end: match.index + match[0].length, json }
  })
  const bare = [...text.matchAll(/^[{[][^\n]*(?:\n(?![{[])[^\n]*)*?\n[}\]]\s*$/gm)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, json: match[0] }))
    .filter((block) => scripts.every((one) => block.end <= one.start || block.start >= one.end))
  return [...scripts, ...bare].sort((a, b) => a.start - b.start)
}
