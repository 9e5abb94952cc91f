export * from './answer.ts'
export { type Assessment, assessOne } from './assess.ts'
export { changeColumns, type VacancyChanges } from './change-columns.ts'
export { type Claims, claimsOf, rangeOf } from './claims.ts'
export { creditsOf, type Outcome } from './credits.ts'
export { creditOf, type Demands, evidenceRank } from './demand.ts'
export { type Dictionaries, emptyDictionaries, giftsAmong } from './dictionaries.ts'
export { type DictionarySizes, type DictionaryWords, sizesOf, takeWords, wordsAfter } from './dictionary-words.ts'
export type { Effort } from './effort.ts'
export { type Gifts, giftsOf } from './gifts.ts'
export type { RequirementKind } from './kinds.ts'
export { buildMarket, type CompiledVacancy, freeWeek, type Market, marketOf } from './market.ts'
export { fittingRows, type Matches, matchesEverywhere, matchesOf } from './matches.ts'
export { type OpenRows, openRowsOf, rowOfLast } from './open-rows.ts'
export * from './person.ts'
export { postingsOf, weightClasses } from './postings.ts'
export { type ColumnReadings, keepReadings, makeReadings } from './readings.ts'
export { carriedIn, essentialsIn, rowFactsOf } from './row-facts.ts'
export { missesHigh, missesLow, type RowSums, sumRows } from './row-sums.ts'
export { allShortcuts, type Shortcuts } from './shortcuts.ts'
export { skillsAsked } from './skills-asked.ts'
export { highShift, partBits, partsInTheWay, type Standing, standingAmong, standingOf } from './standing.ts'
export { kilometresFrom, type TermStates } from './term-states.ts'
export { kilometresBetween, minutesBetween, mostHours, type TermContext, termsOf } from './terms.ts'
export { byFit, fitOf, judge } from './unmet.ts'
export * from './vacancy.ts'
export type { VacancyColumns } from './vacancy-columns.ts'
export { columnsOf, VacancyColumnsBuilder } from './vacancy-columns-builder.ts'
export {
  type Mode,
  type Supposition,
  statesLike,
  type TermBits,
  type TermCondition,
  termBits,
  termConditions,
  type View,
  viewLike,
  viewOf,
} from './view.ts'
export { fitOfOthers, missingHigh, missingLow, missingOf, readEssentials } from './worth.ts'
