import type { Person, TermKey } from '../matching/index.ts'

/**
 * An aspect is a part of a person that the same terms look at. Distinct values of an aspect are numbered, and a question judges each
 * value once, by the term's own function. Number 0 is somebody who is silent on all of it.
 */
export type AspectName = 'hours' | 'wage' | 'days' | 'languages' | 'experience' | 'diplomas' | 'papers' | 'availability' | 'study'

export interface Aspect {
  readonly name: AspectName
  /** Equal for equal values; empty for silence. A number where that is enough: texts take longer to make and to look up. */
  readonly keyOf: (person: Person) => string | number
  /** Somebody who says this and nothing else: terms are asked of such people. */
  readonly partOf: (person: Person) => Person
}

/** Somebody who says nothing at all. */
export const silentPerson: Person = { id: '', occupations: [], answers: {} }

export const aspects: readonly Aspect[] = [
  {
    name: 'hours',
    keyOf: ({ hours }) => (hours === undefined ? '' : keyOfThree(0, hours[0], hours[1])),
    partOf: ({ hours }) => ({ ...silentPerson, ...(hours === undefined ? {} : { hours }) }),
  },
  {
    name: 'wage',
    // The wage floor is taken at the person's hours: they belong together.
    keyOf: ({ hours, wageFloorMonthEuro: floor }) => (floor === undefined ? '' : keyOfThree(floor, hours?.[0], hours?.[1])),
    // Written out, so that all values have one of two shapes: there are many, and each is judged for every question.
    partOf: ({ hours, wageFloorMonthEuro: floor = 0 }) =>
      hours === undefined
        ? { id: '', occupations: [], answers: {}, wageFloorMonthEuro: floor }
        : { id: '', occupations: [], answers: {}, hours, wageFloorMonthEuro: floor },
  },
  {
    name: 'days',
    keyOf: ({ days = '' }) => days,
    partOf: ({ days }) => ({ ...silentPerson, ...(days === undefined ? {} : { days }) }),
  },
  {
    name: 'languages',
    keyOf: ({ languages }) => (languages === undefined ? '' : keyOfLevels(languages)),
    partOf: ({ languages }) => ({ ...silentPerson, ...(languages === undefined ? {} : { languages }) }),
  },
  {
    name: 'experience',
    keyOf: ({ workLevel, experienceYears: years }) =>
      workLevel === undefined && years === undefined ? '' : keyOfThree(0, workLevel, years),
    partOf: ({ workLevel, experienceYears: years }) => ({
      ...silentPerson,
      ...(workLevel === undefined ? {} : { workLevel }),
      ...(years === undefined ? {} : { experienceYears: years }),
    }),
  },
  {
    name: 'diplomas',
    keyOf: ({ diplomas }) => (diplomas === undefined ? '' : keyOfDiplomas(diplomas)),
    partOf: ({ diplomas }) => ({ ...silentPerson, ...(diplomas === undefined ? {} : { diplomas }) }),
  },
  {
    name: 'papers',
    keyOf: ({ licences, certificateOfConduct: certificate, needsPermitSponsor: permit }) =>
      licences === undefined && certificate === undefined && permit === undefined
        ? ''
        : licences === undefined || licences.length === 0
          ? keyOfThree(licences?.length, codeOfAnswer(certificate), codeOfAnswer(permit))
          : `${certificate} ${permit} ${JSON.stringify(licences)}`,
    partOf: ({ licences, certificateOfConduct: certificate, needsPermitSponsor: permit }) => ({
      ...silentPerson,
      ...(licences === undefined ? {} : { licences }),
      ...(certificate === undefined ? {} : { certificateOfConduct: certificate }),
      ...(permit === undefined ? {} : { needsPermitSponsor: permit }),
    }),
  },
  {
    name: 'availability',
    keyOf: ({ availableFrom = '' }) => availableFrom,
    partOf: ({ availableFrom }) => ({ ...silentPerson, ...(availableFrom === undefined ? {} : { availableFrom }) }),
  },
  {
    name: 'study',
    keyOf: ({ study }) => (study === undefined ? '' : keyOfStudy(study)),
    // The limits that a training itself asks about (rulings 46 and 53); the lowest month is asked of plans only.
    partOf: ({ study }) => ({ ...silentPerson, study: limits(study) }),
  },
]

/** Each of these numbers is below this, or the key is a text. */
const packable = 2 ** 16

/** Three numbers, or silence, as one. */
export function keyOfThree(a: number | undefined, b: number | undefined, c: number | undefined): number | string {
  return isPackable(a) && isPackable(b) && isPackable(c)
    ? ((a === undefined ? packable : a) * (packable + 1) + (b === undefined ? packable : b)) * (packable + 1) +
        (c === undefined ? packable : c)
    : `${a} ${b} ${c}`
}

function isPackable(value: number | undefined): boolean {
  return value === undefined || (Number.isInteger(value) && value >= 0 && value < packable)
}

function codeOfAnswer(answer: boolean | undefined): number | undefined {
  return answer === undefined ? undefined : answer ? 1 : 0
}

/** A field comes with its length, so that no two lists share a key. */
function keyOfDiplomas(diplomas: NonNullable<Person['diplomas']>): string {
  let key = '.'
  for (const { level, field } of diplomas) key += `${level} ${field === undefined ? -1 : field.length} ${field} `
  return key
}

/** Each code comes with its length, so that no two sets of languages share a key. */
function keyOfLevels(languages: NonNullable<Person['languages']>): string {
  let key = '.'
  for (const code in languages) key += `${code.length} ${code}${languages[code]} `
  return key
}

type Study = NonNullable<Person['study']>

/** Hours and online are packed into one number, so that four limits are three. */
function keyOfStudy({ hoursPerWeek: hours, onlineIsFine: online, totalWeeks: weeks, ownCostEuro: euro }: Study): string | number {
  if (hours === undefined && online === undefined && weeks === undefined && euro === undefined) return ''
  return keyOfThree((hours === undefined ? 0 : hours + 1) * 3 + (online === undefined ? 0 : online ? 2 : 1), weeks, euro)
}

function limits(study: Person['study']): Study {
  const { hoursPerWeek, onlineIsFine, totalWeeks, ownCostEuro } = study ?? {}
  return {
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
    ...(onlineIsFine === undefined ? {} : { onlineIsFine }),
    ...(totalWeeks === undefined ? {} : { totalWeeks }),
    ...(ownCostEuro === undefined ? {} : { ownCostEuro }),
  }
}

/** The aspect that a term looks at; `place` stands by itself, since people are sorted by it. */
export function aspectOf(term: TermKey): AspectName | 'place' {
  if (term.startsWith('language:')) return 'languages'
  if (term.startsWith('licence:')) return 'papers'
  return aspectOfPlainTerm[term as keyof typeof aspectOfPlainTerm]
}

const aspectOfPlainTerm = {
  hours: 'hours',
  wage: 'wage',
  days: 'days',
  place: 'place',
  workLevel: 'experience',
  experienceYears: 'experience',
  diploma: 'diplomas',
  certificateOfConduct: 'papers',
  permit: 'papers',
  start: 'availability',
} as const satisfies Record<Exclude<TermKey, `language:${string}` | `licence:${string}`>, AspectName | 'place'>
