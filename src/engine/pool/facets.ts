import type { Person, TermKey } from '../matching/index.ts'

/**
 * A facet is a part of a person that the same terms look at. Distinct values of a facet are numbered, and a question judges each
 * value once, by the term's own function. Number 0 is somebody who is silent on all of it.
 */
export type FacetName = 'work' | 'days' | 'languages' | 'experience' | 'diplomas' | 'papers' | 'availability' | 'study'

/** The fields of a person that one facet holds. */
export type Part = Partial<Omit<Person, 'id' | 'occupations' | 'answers' | 'evidence' | 'place'>>

export interface Facet {
  readonly name: FacetName
  /** Equal for equal values; empty for silence. */
  readonly keyOf: (person: Part) => string
  readonly partOf: (person: Part) => Part
}

const fields = <K extends keyof Part>(person: Part, ...names: readonly K[]): Part =>
  Object.fromEntries(names.filter((name) => person[name] !== undefined).map((name) => [name, person[name]]))

/** Hours and wage belong together: the wage floor is taken at the person's hours. */
export const facets: readonly Facet[] = [
  {
    name: 'work',
    keyOf: ({ hours, wageFloorMonthEuro: floor }) =>
      hours === undefined && floor === undefined ? '' : `${hours?.[0]} ${hours?.[1]} ${floor}`,
    partOf: (person) => fields(person, 'hours', 'wageFloorMonthEuro'),
  },
  { name: 'days', keyOf: ({ days }) => (days === undefined ? '' : `${days}`), partOf: (person) => fields(person, 'days') },
  {
    name: 'languages',
    keyOf: ({ languages }) => (languages === undefined ? '' : JSON.stringify(languages)),
    partOf: (person) => fields(person, 'languages'),
  },
  {
    name: 'experience',
    keyOf: ({ workLevel, experienceYears: years }) =>
      workLevel === undefined && years === undefined ? '' : `${workLevel} ${years}`,
    partOf: (person) => fields(person, 'workLevel', 'experienceYears'),
  },
  {
    name: 'diplomas',
    keyOf: ({ diplomas }) => (diplomas === undefined ? '' : JSON.stringify(diplomas)),
    partOf: (person) => fields(person, 'diplomas'),
  },
  {
    name: 'papers',
    keyOf: ({ licences, certificateOfConduct: certificate, needsPermitSponsor: permit }) =>
      licences === undefined && certificate === undefined && permit === undefined
        ? ''
        : `${certificate} ${permit} ${licences === undefined ? '' : JSON.stringify(licences)}`,
    partOf: (person) => fields(person, 'licences', 'certificateOfConduct', 'needsPermitSponsor'),
  },
  {
    name: 'availability',
    keyOf: ({ availableFrom }) => (availableFrom === undefined ? '' : `${availableFrom}`),
    partOf: (person) => fields(person, 'availableFrom'),
  },
  {
    name: 'study',
    keyOf: ({ study }) =>
      study?.hoursPerWeek === undefined && study?.onlineIsFine === undefined ? '' : `${study.hoursPerWeek} ${study.onlineIsFine}`,
    // Of the limits to training only these are asked by a training's own pool effect (ruling 46).
    partOf: ({ study }) => ({ study: limits(study) }),
  },
]

function limits(study: Part['study']): NonNullable<Part['study']> {
  return {
    ...(study?.hoursPerWeek === undefined ? {} : { hoursPerWeek: study.hoursPerWeek }),
    ...(study?.onlineIsFine === undefined ? {} : { onlineIsFine: study.onlineIsFine }),
  }
}

/** The facet that a term looks at; `place` stands by itself, since people are sorted by it. */
export function facetOf(term: TermKey): FacetName | 'place' {
  if (term.startsWith('language:')) return 'languages'
  if (term.startsWith('licence:')) return 'papers'
  return facetOfPlainTerm[term as keyof typeof facetOfPlainTerm]
}

const facetOfPlainTerm = {
  hours: 'work',
  wage: 'work',
  days: 'days',
  place: 'place',
  workLevel: 'experience',
  experienceYears: 'experience',
  diploma: 'diplomas',
  certificateOfConduct: 'papers',
  permit: 'papers',
  start: 'availability',
} as const satisfies Record<Exclude<TermKey, `language:${string}` | `licence:${string}`>, FacetName | 'place'>
