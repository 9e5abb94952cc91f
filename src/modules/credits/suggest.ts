import type { Mention } from '../../engine/reading/index.ts'
import { labelReader, type TextReader } from '../reading/index.ts'
import { type Catalogue, conceptOf, readingDictionary } from '../skills/index.ts'
import type { Unit } from './unit.ts'

/** That a text may be about an outcome, with the words that say so. A person confirms it. */
export interface Suggestion {
  readonly outcome: string
  readonly unit: string
  readonly words: readonly string[]
}

/**
 * Outcomes that a text of work may be about: those whose skill, or a skill that their own words name, the text names too, or one right above or below it.
 * Texts are read as everywhere; a draft is not kept.
 */
export async function suggestOutcomes(
  catalogue: Catalogue,
  texts: Pick<TextReader, 'read'> | undefined,
  text: string,
  units: readonly Unit[],
): Promise<readonly Suggestion[]> {
  const outcomes = units.flatMap((unit) => unit.outcomes.map((outcome) => ({ ...outcome, unit: unit.id })))
  if (outcomes.length === 0 || text.trim() === '') return []
  const asked = [text, ...outcomes.map(({ text: words }) => `${words.nl}\n${words.en}`)].map((one) => ({
    text: one,
    options: { of: 'cv' as const },
  }))
  const labels = labelReader(readingDictionary(catalogue))
  const read: readonly (readonly Mention[])[] = texts
    ? await texts.read(catalogue, asked, { keep: false })
    : asked.map((one) => labels(one.text, one.options))
  const [ofText = [], ...ofOutcomes] = read
  const wordsOf = wordsByConcept(catalogue, ofText)
  return outcomes.flatMap(({ id, unit, skill }, at) => {
    const about = [...(skill === undefined ? [] : [skill]), ...(ofOutcomes[at] ?? []).map((one) => conceptOf(catalogue, one))]
    const words = [...new Set(about.flatMap((concept) => near(catalogue, concept).flatMap((one) => wordsOf.get(one) ?? [])))]
    return words.length === 0 ? [] : [{ outcome: id, unit, words }]
  })
}

function wordsByConcept(catalogue: Catalogue, mentions: readonly Mention[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const mention of mentions) {
    const concept = conceptOf(catalogue, mention)
    const words = found.get(concept) ?? []
    if (!words.includes(mention.words)) words.push(mention.words)
    found.set(concept, words)
  }
  return found
}

/** The concept that stands for it, and those right above and below. */
function near(catalogue: Catalogue, id: string): readonly string[] {
  if (!catalogue.find(id)) return [catalogue.standsFor(id)]
  const around = [...catalogue.broader(id), ...catalogue.narrower(id)].map((one) => catalogue.standsFor(one))
  return [...new Set([catalogue.standsFor(id), ...around])]
}
