import { type DateText, nextDay } from '../../platform/index.ts'
import type { Activity } from './activity.ts'
import type { UnitView } from './look.ts'
import type { PlacementFacts } from './parts.ts'

/** What one of the parties must do now. With none of these, nothing waits for them. */
export interface NextThing {
  readonly who: 'student' | 'supervisor' | 'school'
  readonly what: 'mend' | 'link' | 'ask' | 'log' | 'confirm' | 'assess' | 'makeUnits'
  /** How many of it. */
  readonly count: number
  readonly unit?: string
  readonly activity?: string
}

const quietDays = 7

/** Pure: from what stands in the book. */
export function nextOf({
  placement,
  units,
  activities,
  today,
}: {
  readonly placement: Pick<PlacementFacts, 'state' | 'from'>
  readonly units: readonly UnitView[]
  readonly activities: readonly Activity[]
  readonly today: DateText
}): readonly NextThing[] {
  const returned = activities.filter(({ state }) => state === 'returned')
  const loose = activities.filter(({ state, outcomes }) => state === 'logged' && outcomes.length === 0)
  const toConfirm = activities.filter(({ state, outcomes }) => state === 'logged' && outcomes.length > 0)
  const asked = units.filter(({ last }) => last?.step === 'asked')
  const full = units.filter(
    ({ last, unit, confirmed, earned }) =>
      last?.step !== 'asked' && earned < unit.amount && confirmed > 0 && confirmed >= unit.evidenceMinutes,
  )
  const newestDay =
    activities
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? placement.from
  const isQuiet = placement.state === 'active' && nextDay(newestDay, quietDays) <= today
  const of = (who: NextThing['who'], what: NextThing['what'], all: readonly unknown[], more: object = {}): NextThing[] =>
    all.length === 0 ? [] : [{ who, what, count: all.length, ...more }]
  return [
    ...of('student', 'mend', returned, { activity: returned.at(-1)?.id }),
    ...of('student', 'link', loose, { activity: loose.at(-1)?.id }),
    ...full.flatMap((one) => of('student', 'ask', [one], { unit: one.unit.id })),
    ...of('student', 'log', isQuiet && units.length > 0 ? [newestDay] : []),
    ...of('supervisor', 'confirm', toConfirm, { activity: toConfirm.at(-1)?.id }),
    ...asked.flatMap((one) => of('school', 'assess', [one], { unit: one.unit.id })),
    ...of('school', 'makeUnits', units.length === 0 ? [placement] : []),
  ]
}
