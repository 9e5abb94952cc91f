import type { FormList } from './form-signal.ts'
import type { LinkableConcept } from './linkable.ts'

/** The forms of a language, concept by concept. */
export function formsOf(concepts: readonly LinkableConcept[], wanted: 'nl' | 'en'): FormList {
  const texts: string[] = []
  const owners: number[] = []
  concepts.forEach(({ forms }, concept) => {
    for (const { text, language } of forms) {
      if (language !== wanted) continue
      texts.push(text)
      owners.push(concept)
    }
  })
  return { texts, concepts: Int32Array.from(owners) }
}

/** All forms, or all descriptions, of each concept as one text. */
export function gather(concepts: readonly LinkableConcept[], wanted: 'nl' | 'en', which: 'forms' | 'descriptions'): FormList {
  const texts = concepts.map((concept) =>
    concept[which]
      .filter(({ language }) => language === wanted)
      .map(({ text }) => text)
      .join('\n'),
  )
  return { texts, concepts: Int32Array.from(texts.keys()) }
}

/** Forms of concept `c` are those from `first[c]` up to, not including, `first[c + 1]`. */
export function firstFormOf({ concepts }: FormList, conceptCount: number): Int32Array {
  const first = new Int32Array(conceptCount + 1)
  for (const concept of concepts) first[concept + 1]!++
  for (let concept = 0; concept < conceptCount; concept++) first[concept + 1]! += first[concept]!
  return first
}
