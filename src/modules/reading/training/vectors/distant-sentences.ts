import type { EncoderLanguage } from '../../../../engine/linking/index.ts'
import { stemWord, words } from '../../../../engine/text/index.ts'
import type { SeededChance } from './seeded-chance.ts'
import type { TrainingConcept } from './training-texts.ts'
import type { CutText } from './vocabulary.ts'

/** A sentence in which a skill is named. */
export interface DistantSentence {
  readonly language: EncoderLanguage
  /** Its words; often without those of the skill, so that what stands around it must say it. */
  readonly left: readonly string[]
  /** Number of the concept. */
  readonly concept: number
}

const fewestStems = 2
const mostStems = 6
/** With fewer other words a sentence says nothing. */
const fewestAround = 4
/** Skills taken from one sentence: lists of twenty skills are no context. */
const mostPerSentence = 3

/**
 * Sentences that hold all stems of a skill's label or alternative, in order and at once: examples of how a skill is told of. Labels of one word are
 * left out, for those mean too much else; and those of more than one concept.
 */
export function findDistantSentences(
  concepts: readonly TrainingConcept[],
  sentences: readonly CutText[],
  hiddenShare: number,
  chance: SeededChance,
): DistantSentence[] {
  const indexes = { nl: indexForms(concepts, 'nl'), en: indexForms(concepts, 'en') }
  const found: DistantSentence[] = []
  for (const { language, words: cut } of sentences) {
    if (cut.length < fewestAround + fewestStems) continue
    const stems = cut.map((word) => stemWord(word, language))
    for (const place of placesOf(indexes[language], stems)) {
      const around = [...cut.slice(0, place.from), ...cut.slice(place.to)]
      const isHidden = chance.next() < hiddenShare && around.length >= fewestAround
      found.push({ language, left: isHidden ? around : cut, concept: place.concept })
    }
  }
  return found
}

interface FormIndex {
  /** Concept by stems; -1 when it is the form of several. */
  readonly concepts: ReadonlyMap<string, number>
  /** First two stems: most places begin no form. */
  readonly begins: ReadonlySet<string>
}

function indexForms(concepts: readonly TrainingConcept[], language: EncoderLanguage): FormIndex {
  const byStems = new Map<string, number>()
  const begins = new Set<string>()
  concepts.forEach(({ type, [language]: texts }, concept) => {
    if (type !== 'skill') return
    for (const form of [...texts.labels, ...texts.alternatives]) {
      const stems = words(form).map((word) => stemWord(word, language))
      if (stems.length < fewestStems || stems.length > mostStems) continue
      const key = stems.join(' ')
      const known = byStems.get(key)
      byStems.set(key, known === undefined || known === concept ? concept : -1)
      begins.add(`${stems[0]} ${stems[1]}`)
    }
  })
  return { concepts: byStems, begins }
}

interface Place {
  readonly from: number
  readonly to: number
  readonly concept: number
}

/** The longest form at each place, one after the other. */
function placesOf({ concepts, begins }: FormIndex, stems: readonly string[]): Place[] {
  const places: Place[] = []
  for (let from = 0; from + fewestStems <= stems.length && places.length < mostPerSentence; from++) {
    if (!begins.has(`${stems[from]} ${stems[from + 1]}`)) continue
    for (let count = Math.min(mostStems, stems.length - from); count >= fewestStems; count--) {
      const concept = concepts.get(stems.slice(from, from + count).join(' '))
      if (concept === undefined || concept < 0) continue
      places.push({ from, to: from + count, concept })
      from += count - 1
      break
    }
  }
  return places
}
