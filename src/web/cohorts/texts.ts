import type { EducatorView, PairShown } from '../../modules/cohorts/index.ts'
import type { CohortWords } from '../words/cohorts.ts'
import { numberText } from '../words/format.ts'

/** A term that does not fit, or is not known, as `unmet` gives it. */
type Condition = PairShown['conditions'][number]

/** Terms in the way, in words: 'uren: 36 tot 40 uur gevraagd'. */
export function conditionTexts(conditions: readonly Condition[], words: CohortWords, language: 'nl' | 'en'): string[] {
  return conditions.map(({ key, state, asked, distance }) => {
    if (key === 'hours' && Array.isArray(asked)) return words.terms.hours(words.pairs.hours(Number(asked[0]), Number(asked[1])))
    if (key === 'place') return words.terms.place(numberText(distance, language))
    if (key.startsWith('language:')) return state === 'unknown' ? words.terms.languageUnknown : words.terms.language
    return words.terms.other
  })
}

/** Which choice each is of the other: '1e keus voor beiden'. */
export function choiceText(
  { personRank, placeRank }: Pick<PairShown, 'personRank' | 'placeRank'>,
  { pairs }: CohortWords,
): string {
  if (personRank === 0 || placeRank === 0) return pairs.notSaid
  if (personRank === placeRank) return personRank === 1 ? pairs.firstBoth : pairs.sameBoth(pairs.rank(personRank))
  return pairs.ranks(pairs.rank(personRank), pairs.rank(placeRank))
}

/** What both said of a pair. */
export function answerText({ noBy, personYesAt, employerYesAt }: PairShown, { pairs }: CohortWords): string {
  if (noBy) return pairs.saidNo[noBy]
  if (personYesAt !== undefined && employerYesAt !== undefined) return pairs.said.both
  if (personYesAt !== undefined) return pairs.said.person
  return employerYesAt === undefined ? pairs.said.none : pairs.said.employer
}

export const hoursText = ([from, to]: readonly [number, number], { pairs }: CohortWords): string => pairs.hours(from, to)

/** A place in a few words: 'Keiland ICT, Nijkerk, 28 tot 36 uur'. */
export const placeText = (place: EducatorView['places'][number], words: CohortWords): string =>
  `${place.organisationName}, ${place.placeName}, ${hoursText(place.hours, words)}`

/** 'twee plekken te weinig: Utrecht, 32 uur', a line for each sort. */
export function shortageTexts(
  shortages: EducatorView['shortages'],
  programme: string | undefined,
  words: CohortWords,
  language: 'nl' | 'en',
): string[] {
  return shortages.map(({ places, regionName, hours }) =>
    words.missing.short(
      words.page.seats(numberText(places, language), places === 1),
      [programme, regionName, words.pairs.hours(hours, hours)].filter((part) => part !== undefined).join(', '),
    ),
  )
}
