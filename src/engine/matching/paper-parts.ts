import { Values } from '../columns/index.ts'
import type { Papers } from './vacancy-columns.ts'

/** One part of papers: its distinct values, and the number of the value (0 silent) in each of the combinations. */
export interface PaperPart {
  readonly keys: readonly (keyof Papers)[]
  readonly list: readonly Papers[]
  readonly numbers: Uint16Array
}

/** What is judged by one term, or by two that hardly vary. */
const keysOfParts: readonly (readonly (keyof Papers)[])[] = [
  ['workLevel'],
  ['diplomaOnly'],
  ['experienceYears'],
  ['licences'],
  ['certificateOfConduct', 'sponsorsPermit'],
]

const known = new WeakMap<Values<Papers>, { readonly size: number; readonly parts: readonly PaperPart[] }>()

/** The parts that papers are made of: far fewer values than there are combinations. */
export function paperPartsOf(papers: Values<Papers>): readonly PaperPart[] {
  const found = known.get(papers)
  if (found?.size === papers.list.length) return found.parts
  const parts = keysOfParts.map((keys): PaperPart => {
    const values = new Values<Papers>()
    const numbers = papers.list.map((one) => {
      const part = Object.fromEntries(keys.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]]))) as Papers
      return Object.keys(part).length === 0 ? 0 : values.number(part, JSON.stringify(part))
    })
    return { keys, list: values.list, numbers: Uint16Array.from([0, ...numbers]) }
  })
  known.set(papers, { size: papers.list.length, parts })
  return parts
}
