import type { OutcomeCell, OutcomeSeries } from '../../modules/outcomes/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { dateText, euroText, numberText } from '../words/format.ts'
import { whatWorksWords } from '../words/what-works.ts'

/** What a cell says, as text. */
export function cellText(cell: OutcomeCell, language: Language): string {
  const words = whatWorksWords[language]
  if (cell.state === 'few') return words.few
  return cell.state === 'unknown' ? words.unknown : words.cell(cell, (value) => numberText(value, language))
}

export function costText({ costPerPlacement }: Pick<OutcomeSeries, 'costPerPlacement'>, language: Language): string {
  const words = whatWorksWords[language]
  return costPerPlacement === undefined ? words.unknown : words.costValue(euroText(costPerPlacement, language))
}

/** Of which time a series is. */
export const timeText = ({ period, year }: OutcomeSeries, language: Language): string =>
  whatWorksWords[language].series[period](year)

/** Where a series comes from. */
export function fromText({ from, source, saidOn = '' }: OutcomeSeries, language: Language): string {
  const words = whatWorksWords[language].from
  if (from === 'counted') return words.counted
  // A day, or as exact as the source is.
  return words[from](source?.[language] ?? '', saidOn.length === 10 ? dateText(saidOn, language) : saidOn)
}

/** How long the bars of one measure are, in percent: each of its whole where all of them have one, and otherwise of the longest. Never both in one picture. */
export function barSizes(cells: readonly OutcomeCell[]): readonly number[] {
  const shown = cells.filter(({ state }) => state === 'shown')
  const areShares = shown.every(({ of }) => of !== undefined)
  const longest = Math.max(1, ...shown.map(({ count = 0 }) => count))
  return cells.map(({ count = 0, of }) => Math.min(100, (100 * count) / Math.max(1, areShares ? (of ?? longest) : longest)))
}
