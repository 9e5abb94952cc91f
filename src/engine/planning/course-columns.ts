import { Values } from '../columns/index.ts'
import type { Market } from '../matching/index.ts'
import type { Course } from './courses.ts'
import type { Offering } from './offering.ts'

/**
 * What courses ask of a person's time, money and place, by index of the course. A place is a number among the market's
 * places, 0 where it is silent.
 */
export interface CourseColumns {
  readonly weeks: Uint16Array
  readonly hoursPerWeek: Float64Array
  readonly feeCents: Float64Array
  readonly siteDays: Uint16Array
  readonly online: Uint8Array
  readonly place: Uint16Array
  /** Number among `languages`. */
  readonly language: Uint16Array
  readonly languages: Values<NonNullable<Offering['language']>>
  /** Cents a month while following it; NaN where silent. */
  readonly incomeEuro: Float64Array
  readonly dual: Uint8Array
  readonly rolling: Uint8Array
  /** Start weeks of course `c` stand from `startFrom[c]` to `startFrom[c + 1]`, ascending. */
  readonly startFrom: Uint32Array
  readonly starts: Int32Array
  /** Funding of course `c` stands from `fundingFrom[c]` on. */
  readonly fundingFrom: Uint32Array
  readonly fundingScheme: Uint16Array
  readonly fundingCents: Float64Array
  readonly schemes: Values<string>
  readonly content: Uint32Array
  /** Courses by content: those of content `k` stand from `byContentFrom[k]` on, ascending. */
  readonly byContentFrom: Uint32Array
  readonly byContent: Uint32Array
}

/** Places of courses stand among those of vacancies, so that a person's reach is worked out once for both. */
export function numberPlace({ places }: Market['values'], { place }: Offering): number {
  return places.number(place, place ? `${place[0]} ${place[1]}` : '')
}

export function courseColumnsOf({ values }: Market, list: readonly Course[], contents: number): CourseColumns {
  const languages = new Values<NonNullable<Offering['language']>>()
  const schemes = new Values<string>()
  const offerings = list.map(({ offering }) => offering)
  const funding = offerings.map((offering) => offering.funding ?? [])
  return {
    weeks: Uint16Array.from(offerings, ({ weeks }) => weeks),
    hoursPerWeek: Float64Array.from(offerings, ({ hoursPerWeek }) => hoursPerWeek),
    feeCents: Float64Array.from(offerings, ({ feeEuro }) => feeEuro * 100),
    siteDays: Uint16Array.from(offerings, ({ siteDays }) => siteDays ?? 0),
    online: Uint8Array.from(offerings, ({ online }) => (online ? 1 : 0)),
    place: Uint16Array.from(offerings, (offering) => numberPlace(values, offering)),
    language: Uint16Array.from(offerings, ({ language }) => languages.number(language, `${language?.code} ${language?.level}`)),
    languages,
    incomeEuro: Float64Array.from(offerings, ({ incomeMonthEuro }) => incomeMonthEuro ?? Number.NaN),
    dual: Uint8Array.from(list, ({ dual }) => (dual ? 1 : 0)),
    rolling: Uint8Array.from(offerings, ({ rolling }) => (rolling ? 1 : 0)),
    startFrom: startsOfLists(list.map(({ starts }) => starts.length)),
    starts: Int32Array.from(list.flatMap(({ starts }) => starts)),
    fundingFrom: startsOfLists(funding.map(({ length }) => length)),
    fundingScheme: Uint16Array.from(funding.flat(), ({ scheme }) => schemes.number(scheme, scheme)),
    fundingCents: Float64Array.from(funding.flat(), ({ euro }) => euro * 100),
    schemes,
    content: Uint32Array.from(list, ({ content }) => content.index),
    ...groupedByContent(list, contents),
  }
}

function groupedByContent(list: readonly Course[], contents: number): Pick<CourseColumns, 'byContentFrom' | 'byContent'> {
  const counts: number[] = new Array(contents).fill(0)
  for (const { content } of list) counts[content.index]!++
  const byContentFrom = startsOfLists(counts)
  const next = byContentFrom.slice()
  const byContent = new Uint32Array(list.length)
  for (const { content, index } of list) byContent[next[content.index]!++] = index
  return { byContentFrom, byContent }
}

/** Where each of these lists begins when they stand one behind the other; one more at the end. */
export function startsOfLists(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1)
  for (const [at, length] of lengths.entries()) starts[at + 1] = (starts[at] as number) + length
  return starts
}
