import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConceptId } from '../../src/engine/taxonomy/index.ts'
import { type EscoOccupation, foldLabel } from './esco.ts'

export interface AskedTogether {
  /** Of the title; left out where no label of an occupation stands in it. */
  readonly occupation: ConceptId | undefined
  readonly skills: readonly ConceptId[]
}

/** Longest label looked for, in words. */
const mostWords = 5
/** Labels of one word that mean something else in running text; the sample shows them in most advertisements. */
const notMeant = new Set([
  'werk',
  'work',
  'team',
  'it',
  'ict',
  'r',
  'c',
  'd',
  'go',
  'support',
  'business',
  'systemen',
  'english',
  'engels',
  'nederlands',
  'dutch',
])

/** What the advertisements ask: how often each occupation, and which skills stand in the same one. Labels match exactly. */
export function readAdvertisements(
  folder: string,
  labels: ReadonlyMap<string, ConceptId>,
  occupations: readonly EscoOccupation[],
): { readonly asked: ReadonlyMap<ConceptId, number>; readonly together: readonly AskedTogether[] } {
  const isOccupation = new Set(occupations.map(({ id }) => id))
  const asked = new Map<ConceptId, number>()
  const together: AskedTogether[] = []
  for (const line of readFileSync(join(folder, 'ads/ads-sample.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue
    const { title, description } = JSON.parse(line) as { readonly title: string; readonly description: string }
    const occupation = conceptsIn(title, labels).find((id) => isOccupation.has(id))
    const skills = conceptsIn(description, labels).filter((id) => !isOccupation.has(id))
    if (occupation !== undefined) asked.set(occupation, (asked.get(occupation) ?? 0) + 1)
    if (skills.length >= 3) together.push({ occupation, skills })
  }
  return { asked, together }
}

/** Each concept once, in the order of the text; of labels that begin at the same word the longest. */
function conceptsIn(text: string, labels: ReadonlyMap<string, ConceptId>): ConceptId[] {
  const words = foldLabel(text).split(' ')
  const found = new Set<ConceptId>()
  for (let at = 0; at < words.length; at++) {
    for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
      const label = words.slice(at, at + count).join(' ')
      const concept = notMeant.has(label) ? undefined : labels.get(label)
      if (concept === undefined) continue
      found.add(concept)
      at += count - 1
      break
    }
  }
  return [...found]
}
