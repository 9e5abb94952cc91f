import type { Week } from '../../src/engine/matching/person.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import { holds, type Mode, prove, type State } from './claims.ts'
import { byTexts, permutations } from './order.ts'
import { freeWeek } from './terms.ts'
import { minutesOf } from './travel.ts'
import { settle, type View } from './view.ts'

/** All weeks lie within this many weeks from now (rule 2). */
export const horizonWeeks = 156

/** Trainings one after the other. */
export interface Walk {
  readonly order: readonly Offering[]
  readonly starts: readonly Week[]
  /** First week after the last training; the first free week where there is none. */
  readonly end: Week
  /** Unknown prerequisites; only in high. */
  readonly toCheck: readonly string[]
}

/** Rule 2: the first start that is not before `from`. */
export function firstStart(offering: Offering, from: Week, thisWeek: Week): Week | undefined {
  if (offering.rolling === true) return from
  const weeks = (offering.starts ?? [])
    .filter((start) => start.week >= from && start.seats !== 0)
    .filter((start) => start.enrolUntil === undefined || start.enrolUntil >= thisWeek)
    .map((start) => start.week)
  return weeks.length === 0 ? undefined : Math.min(...weeks)
}

/** Rules 1 and 2 in one order. */
function walkInOrder(view: View, order: readonly Offering[], from: Week, mode: Mode): Walk | undefined {
  const { concepts, world } = view.tables
  const { thisWeek } = world.settings
  const starts: Week[] = []
  const toCheck: string[] = []
  let free = from
  for (const [i, offering] of order.entries()) {
    const knowledge = view.after(order.slice(0, i))
    for (const { skill, level } of offering.prerequisites ?? []) {
      const { state } = prove(knowledge, { skill, level, weight: 'essential' }, concepts)
      if (!holds(state, mode)) return undefined
      if (state === 'unknown') toCheck.push(`skill:${skill}`)
    }
    const start = firstStart(offering, free, thisWeek)
    if (start === undefined || start + offering.weeks > thisWeek + horizonWeeks) return undefined
    starts.push(start)
    free = start + offering.weeks
  }
  return { order, starts, end: free, toCheck }
}

const idsOf = (path: readonly Offering[]) => path.map((offering) => offering.id)

/** The soonest order that satisfies rules 1 and 2 (ruling 30). A dual offering comes last. */
export function walk(view: View, set: readonly Offering[], last: Offering | undefined, from: Week, mode: Mode) {
  const key = `walk ${mode} ${from} ${last?.id ?? ''}\n${idsOf(set).join('\n')}`
  return view.remember(key, () => {
    let best: Walk | undefined
    for (const order of permutations(set)) {
      const tried = walkInOrder(view, last === undefined ? order : [...order, last], from, mode)
      if (tried === undefined) continue
      const better =
        best === undefined ||
        tried.end < best.end ||
        (tried.end === best.end && byTexts(idsOf(tried.order), idsOf(best.order)) < 0)
      if (better) best = tried
    }
    return best
  })
}

export interface Limit {
  readonly key: string
  readonly state: State
}

const within = (isWithin: boolean): State => (isWithin ? 'met' : 'unmet')

/** Hours a week: each offering by itself. */
export const studyHours = (view: View, offering: Offering): Limit => {
  const most = view.person.study?.hoursPerWeek
  return { key: 'studyHours', state: within(most === undefined || offering.hoursPerWeek <= most) }
}

/** Online or place. */
export function studyPlace(view: View, offering: Offering): Limit {
  if (offering.online === true) return { key: 'studyOnline', state: within(view.person.study?.onlineIsFine !== false) }
  const place = view.person.place
  if (place === undefined) return { key: 'place', state: 'met' }
  if (offering.place === undefined) return { key: 'place', state: 'unknown' }
  return { key: 'place', state: within(minutesOf(place, offering.place, view.tables.world.settings) <= place.maxMinutes) }
}

export function teachingLanguage(view: View, offering: Offering): Limit | undefined {
  if (offering.language === undefined) return undefined
  const { code, level } = offering.language
  const key = `language:${code}`
  const found = view.person.languages?.[code]
  return { key, state: settle(view.asker, key, found === undefined ? 'unknown' : within(found >= level)) }
}

/** Rule 3, as far as it looks at the trainings and their weeks only. */
export function limitsOfWalk(view: View, walked: Walk): Limit[] {
  const limits = walked.order.flatMap((offering) => {
    const language = teachingLanguage(view, offering)
    return [studyHours(view, offering), studyPlace(view, offering), ...(language === undefined ? [] : [language])]
  })
  const most = view.person.study?.totalWeeks
  const weeks = walked.end - freeWeek(view.person, view.tables.world.settings)
  return [...limits, { key: 'totalWeeks', state: within(most === undefined || weeks <= most) }]
}
