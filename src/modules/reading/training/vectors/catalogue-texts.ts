import type { Catalogue } from '../../../skills/index.ts'
import { addText, ConceptGatherer, type TrainingTexts } from './training-texts.ts'

/** Labels between two breaths: others get their turn, for a server may go on meanwhile. */
const labelsAtOnce = 5_000

/** What the loaded taxonomies say of their concepts. What stands for the same thing in two of them is one concept. */
export async function catalogueTexts(catalogue: Catalogue): Promise<TrainingTexts> {
  const concepts = new ConceptGatherer()
  const described = new Set<string>()
  let read = 0
  for (const { concept: id, type, language, label } of catalogue.labels()) {
    if (++read % labelsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve))
    if (language !== 'nl' && language !== 'en') continue
    const concept = concepts.concept(catalogue.standsFor(id), type)
    const texts = concept[language]
    addText(catalogue.label(id, language) === label ? texts.labels : texts.alternatives, [label])
    if (described.has(id)) continue
    described.add(id)
    for (const each of ['nl', 'en'] as const) addText(concept[each].descriptions, [catalogue.description(id, each)])
  }
  return { concepts: concepts.all(), sentences: [] }
}
