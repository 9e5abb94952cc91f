import type { CheckedText, Span } from './check.ts'
import type { ReadVacancy } from './read-vacancy.ts'

/** A demand of the text by the key of the pool effect, and the words that make it, where they stand in the text. */
export interface TextDemand {
  readonly demand: string
  readonly place?: Span
}

/** Every demand that a text makes on people, in its order; those that stand nowhere in it (the place beside it) come last. */
export function demandsOf(checked: CheckedText, { vacancy, workLevel }: ReadVacancy): TextDemand[] {
  const { facts, requirements, placeName } = vacancy
  const read = checked.facts
  const found: { readonly demand: string; readonly place: Span | undefined }[] = [
    ...requirements
      .filter(({ weight }) => weight === 'essential')
      .map(({ skill, words }) => ({ demand: `skill:${skill}`, place: placeOfSkill(checked, skill, words) })),
    ...(facts.hours ? [{ demand: 'hours', place: read.hours }] : []),
    ...(facts.at ? [{ demand: 'place', place: placeOfWork(checked, placeName) }] : []),
    ...(facts.wageCents ? [{ demand: 'wage', place: read.wage }] : []),
    ...(facts.workLevel ? [{ demand: 'workLevel', place: workLevel }] : []),
    ...(facts.experienceYears === undefined ? [] : [{ demand: 'experienceYears', place: read.experienceYears }]),
    ...(facts.languages ?? []).map(({ code }) => ({
      demand: `language:${code}`,
      place: read.languages.find(({ value }) => value.code === code),
    })),
    ...(facts.licences ?? []).map((code) => ({
      demand: `licence:${code}`,
      place: read.licences.find(({ value }) => value === code),
    })),
    ...(facts.certificateOfConduct ? [{ demand: 'certificateOfConduct', place: read.certificateOfConduct }] : []),
  ]
  const end = checked.text.length
  return found
    .map(({ demand, place }) => ({ demand, ...(place ? { place: { start: place.start, end: place.end } } : {}) }))
    .sort((a, b) => (a.place?.start ?? end) - (b.place?.start ?? end))
}

/** Where it is demanded before where it is only named, else where the words stand that it was read from. */
function placeOfSkill(checked: CheckedText, skill: string, words: string | undefined): Span | undefined {
  const { mentions, title, text } = checked
  const body = title?.end ?? 0
  const all = mentions.filter(({ concept, start }) => concept === skill && start >= body)
  return all.find(({ kind }) => kind === 'essential') ?? all[0] ?? wordsAfter(text, body, words)
}

/** Where the text speaks of where the work is, else where it first names that place. */
function placeOfWork({ text, facts }: CheckedText, words: string | undefined): Span | undefined {
  const said = facts.places.find(({ value }) => 'postcode' in value || value.name === words)
  if (said) return said
  return wordsAfter(text, 0, words)
}

function wordsAfter(text: string, from: number, words: string | undefined): Span | undefined {
  const start = words ? text.indexOf(words, from) : -1
  return words && start !== -1 ? { start, end: start + words.length } : undefined
}
