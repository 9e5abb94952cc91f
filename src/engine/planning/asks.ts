import type { Offering } from './offering.ts'
import { OpenedRows } from './opened-rows.ts'
import type { Ask } from './plan.ts'
import type { BothModes } from './planning.ts'
import type { Scope } from './scope.ts'

/** What is not known of it is in nobody's way (ruling 48). Only `asksOf` may see an offering like this. */
export function asIfKnown({ starts: _starts, funding: _funding, ...offering }: Offering): Offering {
  return { ...offering, rolling: true, feeEuro: 0, siteDays: 0 }
}

/** What each ask-first offering would newly open among these vacancies; `both` holds those offerings alone. */
export function asksOf(both: BothModes, scope: Scope): Ask[] {
  const { list } = both.low.traveller.courses
  if (list.length === 0) return []
  const { market } = both.low.traveller
  const low = new OpenedRows(both.low, scope)
  const high = new OpenedRows(both.high, scope)
  const opened = (rows: OpenedRows, course: (typeof list)[number]): string[] =>
    rows.by('trainThenHire', [course]).map((row) => market.idOf(row))
  return list
    .filter(({ dual }) => !dual)
    .map((course) => ({
      offering: course.offering.id,
      opens: opened(low, course),
      opensHigh: opened(high, course),
    }))
    .filter(({ opens, opensHigh }) => opens.length > 0 || opensHigh.length > 0)
}
