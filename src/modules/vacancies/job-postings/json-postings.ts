import type { FoundRecord } from '../intake/record-format.ts'
import { isObject, type JsonObject, typesOf } from './posting-fields.ts'

/** The postings of a JSON text: one, a list, a `@graph` or an `ItemList`. What is no posting is passed over. */
export function* postingsInJson(name: string, text: string, firstLine = 1): Generator<FoundRecord> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const line = firstLine + lineOf(text, error) - 1
    const problem = `This is not JSON: ${(error as Error).message.replace(/ in JSON at position.*$|\(line.*$/, '').trim()}.`
    yield { place: line === 1 ? name : `${name}:${line}`, problem, record: text.trim() }
    return
  }
  let number = 0
  for (const content of postingsOf(json)) yield { place: `${name}: posting ${++number}`, format: 'jobposting', content }
}

/** Where else than at the top a posting can stand. */
const holders = ['mainEntity', 'item', 'itemListElement', '@graph'] as const

/** Finds the JobPostings in what was parsed, in order. */
export function* postingsOf(json: unknown): Generator<JsonObject> {
  const work: unknown[] = [json]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (Array.isArray(next)) for (let at = next.length - 1; at >= 0; at--) work.push(next[at])
    else if (isObject(next)) {
      if (typesOf(next).includes('JobPosting')) yield next
      else for (const holder of holders) if (next[holder] !== undefined) work.push(next[holder])
    }
  }
}

/** The line of a fault, counted from 1; the last line where the parser does not say. */
function lineOf(text: string, error: unknown): number {
  const position = /position (\d+)/.exec((error as Error).message)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}
