/** What the catalogue of initiatives says of outcomes: figures that match a definition exactly, and others with why they do not. Pure. */
import type { Initiative } from '../initiatives/index.ts'
import type { OtherFigure } from './compare.ts'
import { type OutcomeData, publishedAs } from './definitions.ts'
import { type OutcomeSeries, shownCells } from './shown.ts'

/** @param sourceTitle of a source by its id */
export function publishedOf(
  { id, figures }: Pick<Initiative, 'id' | 'figures'>,
  sourceTitle: (source: string) => { readonly nl: string; readonly en: string },
  { definitions, published }: OutcomeData,
): { readonly series: readonly OutcomeSeries[]; readonly others: readonly OtherFigure[] } {
  const series: OutcomeSeries[] = []
  const others: OtherFigure[] = []
  for (const { measure, value, unit, near, outOf, cohort, source, date } of figures) {
    const as = publishedAs(published, id, measure.en)
    if ('reason' in as) {
      others.push({
        ...{ measure, value, unit, reason: as.reason },
        ...(near === undefined ? {} : { near }),
        ...(outOf === undefined ? {} : { outOf }),
        ...(cohort === undefined ? {} : { cohort }),
      })
      continue
    }
    series.push({
      ...{ from: 'published', definition: definitions.version, period: as.period, year: as.year, isRunning: false },
      ...{ cells: shownCells({ [as.code]: value }, true), source: sourceTitle(source), saidOn: date },
    })
  }
  return { series, others }
}
