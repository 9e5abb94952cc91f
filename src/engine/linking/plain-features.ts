import { firstFormOf } from './concept-forms.ts'
import { createDoingGuess } from './doing.ts'
import type { FormList } from './form-signal.ts'
import type { Kin } from './kin.ts'
import type { LinkableConcept } from './linkable.ts'

export const plainFeatures: readonly string[] = [
  'number of forms',
  'length of label',
  'parts of the words',
  'is a group',
  'words say doing',
  'is done',
  'doing and knowing',
]

/**
 * What a concept is, whatever the words, and what the words are, whatever the concept.
 *
 * @param dutch the Dutch forms of the concepts
 * @returns a function of words, of how many parts they have, and of the chosen concepts, that gives rows of `plainFeatures`
 */
export function createPlainRows(
  concepts: readonly LinkableConcept[],
  dutch: FormList,
  kin: Kin,
): (text: string, partCount: number, chosen: Int32Array) => Float32Array {
  const guessDoing = createDoingGuess(concepts)
  const firstForms = firstFormOf(dutch, concepts.length)
  const labelLengths = Int32Array.from(concepts, (_, concept) => {
    const from = firstForms[concept]!
    return from < firstForms[concept + 1]! ? dutch.texts[from]!.length : 0
  })
  const done = Float32Array.from(concepts, ({ isDone }) => (isDone === undefined ? 0.5 : isDone ? 1 : 0))
  return (text, partCount, chosen) => {
    const asked = guessDoing(text)
    const rows = new Float32Array(chosen.length * plainFeatures.length)
    chosen.forEach((concept, row) => {
      const isDone = done[concept]!
      rows.set(
        [
          concepts[concept]!.forms.length,
          labelLengths[concept]!,
          partCount,
          kin.isGroup[concept]!,
          asked,
          isDone,
          Math.abs(asked - isDone),
        ],
        row * plainFeatures.length,
      )
    })
    return rows
  }
}
