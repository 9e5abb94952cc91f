import type { FundingAnswer } from '../../modules/funding/index.ts'
import type { PlacementView } from '../../modules/placements/index.ts'
import type { FundingFacts } from '../../modules/rules/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { SiteContext } from '../context.ts'

/** What an employer may get for a placement, to the employer and the school only. It is never the money of the student. */
export async function employerMoneyOf(
  { modules }: SiteContext,
  view: Pick<PlacementView, 'sides' | 'placement' | 'recognition' | 'norms'>,
  language: Language,
): Promise<FundingAnswer[]> {
  const sees = view.sides.some((side) => side === 'employer' || side === 'school')
  if (!sees || view.placement.state === 'ended') return []
  const { answers } = await modules.funding.check({ facts: factsOfPlacement(view), who: 'employer', language })
  return answers.filter(
    ({ paidTo, status, verdict, reasons }) =>
      paidTo === 'employer' &&
      status === 'open' &&
      // One that this placement would get but for its hours or recognition is worth knowing.
      (verdict !== 'cannot' || reasons.some(({ state }) => state === 'met')),
  )
}

/** Hours count when they are enough even with weeks that were not noted; not enough when they are short even then; else they are not known. */
export function factsOfPlacement({
  placement,
  recognition,
  norms,
}: Pick<PlacementView, 'placement' | 'recognition' | 'norms'>): FundingFacts {
  const hours = (sort: 'practice' | 'school'): number | undefined => {
    const line = norms.find((one) => one.sort === sort)
    if (!line || line.share === 0 || line.verdict === 'note') return undefined
    const found = line.verdict === 'ok' ? line.low : line.high
    // As for a whole school year, which the norm is of.
    return Math.floor((found * line.norm) / line.share)
  }
  return {
    ...(placement.crebo === undefined ? {} : { training: 'bbl' as const }),
    ...(recognition === undefined || recognition.kind === 'part'
      ? {}
      : { recognised: recognition.kind === 'whole' ? ('yes' as const) : ('no' as const) }),
    practiceHours: hours('practice'),
    guidedHours: hours('school'),
  }
}
