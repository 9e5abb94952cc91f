import { isAskFirst, type OfferingRecord, type Programme } from '../../modules/trainings/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { SearchParams } from './query.ts'

/** A programme with its offerings. */
export interface Taught {
  readonly programme: Programme
  readonly offerings: readonly OfferingRecord[]
}

/** What a choice looks at: the programme, or one offering of it. Choices about offerings must all hold for one and the same offering. */
interface Part {
  readonly about: 'programme' | 'offering'
  /** The values of this facet that the programme, or the offering, has. */
  readonly values: (taught: Taught, offering: OfferingRecord | undefined) => readonly string[]
}

/** Fees, hours a week and months ahead that can be chosen; each means *at most*. */
export const steps = { price: [0, 500, 1500, 5000], load: [8, 16, 24, 40], start: [1, 3, 6, 12] } as const

/** The place of an offering that is nowhere. */
export const online = 'online'

export interface ProgrammeFacet {
  readonly counts: ReadonlyMap<string, number>
  /** Those that have no value: what they have is not known. */
  readonly silent: number
}

export type ProgrammeFacetName = 'skill' | 'region' | 'form' | 'price' | 'load' | 'start' | 'language' | 'job' | 'ask'

export const programmeParams = [
  'text',
  'skill',
  'region',
  'form',
  'price',
  'load',
  'start',
  'language',
  'job',
  'ask',
  'sort',
] as const

export interface ProgrammesFound {
  /** In the asked order, each with those of its offerings that fit the search. */
  readonly found: readonly Taught[]
  readonly facets: Readonly<Record<ProgrammeFacetName, ProgrammeFacet>>
}

/**
 * Finds programmes and counts every choice under all filters but its own, in memory. `nameOfSkill` makes one name of equal skills of
 * different taxonomies.
 */
export function searchProgrammes(
  all: readonly Taught[],
  search: SearchParams,
  today: DateText,
  nameOfSkill: (id: string) => string,
): ProgrammesFound {
  const parts = partsOf(today, nameOfSkill)
  const names = Object.keys(parts) as ProgrammeFacetName[]
  const words = (search.text?.[0] ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const matching = all.filter((taught) => hasWords(taught, words))
  const asked = names.filter((name) => (search[name] ?? []).length > 0)
  const found = matching.flatMap((taught) => {
    const fitting = offeringsFor(taught, parts, asked, search)
    return fitting === undefined ? [] : [{ programme: taught.programme, offerings: fitting.filter((one) => one !== undefined) }]
  })
  const facets = Object.fromEntries(names.map((name) => [name, countFacet(name, matching, parts, asked, search)]))
  return { found: sorted(found, search.sort?.[0], today), facets: facets as unknown as ProgrammesFound['facets'] }
}

type Parts = Readonly<Record<ProgrammeFacetName, Part>>

function partsOf(today: DateText, nameOfSkill: (id: string) => string): Parts {
  const upTo = (values: readonly number[], value: number | undefined): string[] =>
    value === undefined ? [] : values.filter((most) => value <= most).map(String)
  return {
    skill: { about: 'programme', values: ({ programme }) => programme.facts.outcomes.map(({ skill }) => nameOfSkill(skill)) },
    form: { about: 'programme', values: ({ programme }) => [programme.facts.form] },
    load: { about: 'programme', values: ({ programme }) => upTo(steps.load, programme.facts.hoursPerWeek) },
    language: {
      about: 'programme',
      values: ({ programme: { facts } }) => (facts.language === undefined ? [] : [facts.language.code]),
    },
    region: {
      about: 'offering',
      values: (_taught, offering) => [
        ...(offering?.facts.online ? [online] : []),
        ...(offering?.region === undefined ? [] : [offering.region]),
      ],
    },
    price: { about: 'offering', values: (_taught, offering) => upTo(steps.price, offering?.facts.feeEuro) },
    start: {
      about: 'offering',
      values: (_taught, offering) => {
        const date = offering && nextStart(offering, today)
        return date === undefined ? [] : steps.start.filter((months) => date <= monthsAfter(today, months)).map(String)
      },
    },
    job: {
      about: 'offering',
      values: ({ programme }, offering) =>
        programme.facts.jobGuarantee || offering?.facts.job !== undefined || (offering?.facts.incomeMonthEuro ?? 0) > 0
          ? ['yes']
          : [],
    },
    ask: {
      about: 'offering',
      values: ({ programme }, offering) => (offering === undefined || isAskFirst(programme, offering) ? ['yes'] : []),
    },
  }
}

/** The offerings that fit what is asked, `undefined` standing for a programme without any; nothing when the programme does not fit. */
function offeringsFor(
  taught: Taught,
  parts: Parts,
  asked: readonly ProgrammeFacetName[],
  search: SearchParams,
): readonly (OfferingRecord | undefined)[] | undefined {
  const holds = (name: ProgrammeFacetName, offering: OfferingRecord | undefined): boolean => {
    const values = parts[name].values(taught, offering)
    return (search[name] ?? []).some((wanted) => values.includes(wanted))
  }
  const ofProgramme = asked.filter((name) => parts[name].about === 'programme')
  if (!ofProgramme.every((name) => holds(name, undefined))) return undefined
  const ofOffering = asked.filter((name) => parts[name].about === 'offering')
  const candidates = taught.offerings.length > 0 ? taught.offerings : [undefined]
  const fitting = candidates.filter((offering) => ofOffering.every((name) => holds(name, offering)))
  return fitting.length > 0 ? fitting : undefined
}

function countFacet(
  facet: ProgrammeFacetName,
  all: readonly Taught[],
  parts: Parts,
  asked: readonly ProgrammeFacetName[],
  search: SearchParams,
): ProgrammeFacet {
  const others = asked.filter((name) => name !== facet)
  const counts = new Map<string, number>()
  let silent = 0
  for (const taught of all) {
    const fitting = offeringsFor(taught, parts, others, search)
    if (fitting === undefined) continue
    const values = new Set(fitting.flatMap((offering) => parts[facet].values(taught, offering)))
    if (values.size === 0) silent++
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return { counts, silent }
}

function hasWords({ programme: { title, provider } }: Taught, words: readonly string[]): boolean {
  const text = `${title.nl} ${title.en} ${provider}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The first start that is still to come; today where one can begin at any time. */
export function nextStart({ facts }: OfferingRecord, today: DateText): DateText | undefined {
  if (facts.rolling) return today
  const coming = facts.starts.map(({ date }) => date).filter((date) => date >= today)
  return coming.sort()[0]
}

/** The lowest fee that is known. */
export function lowestFee(offerings: readonly OfferingRecord[]): number | undefined {
  const known = offerings.flatMap(({ facts }) => (facts.feeEuro === undefined ? [] : [facts.feeEuro]))
  return known.length === 0 ? undefined : Math.min(...known)
}

/** By first start, by fee or by title; what is not known comes last. */
function sorted(found: readonly Taught[], by: string | undefined, today: DateText): Taught[] {
  const last = '9'
  const start = ({ offerings }: Taught): string => offerings.map((one) => nextStart(one, today) ?? last).sort()[0] ?? last
  const fee = ({ offerings }: Taught): number => lowestFee(offerings) ?? Number.POSITIVE_INFINITY
  const title = (a: Taught, b: Taught): number =>
    a.programme.title.nl.localeCompare(b.programme.title.nl, 'nl') || (a.programme.id < b.programme.id ? -1 : 1)
  if (by === 'title') return found.toSorted(title)
  // Two unknown fees differ by nothing, not by NaN.
  if (by === 'price') return found.toSorted((a, b) => (fee(a) === fee(b) ? 0 : fee(a) - fee(b)) || title(a, b))
  return found.toSorted((a, b) => (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : title(a, b)))
}

/** The same day so many months on; a day that month lacks becomes the first of the next. */
export function monthsAfter(day: DateText, months: number): DateText {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10)
}
