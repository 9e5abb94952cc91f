/** Who needs a training, counted person by person straight from ruling 53. */
import type { Person } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import type { WaitingPicture } from '../../src/engine/planning/waiting.ts'
import { holds, type Mode, type State } from './claims.ts'
import { skillsHold, termsHold } from './judge.ts'
import { sortedOnce } from './order.ts'
import { type Against, againstStart, effect, pair, statedByTraining } from './pool.ts'
import { freeWeek } from './terms.ts'
import { askerOf, type Tables, type View, viewOf } from './view.ts'
import { firstStart, horizonWeeks } from './walks.ts'

export interface TwinWaiting extends WaitingPicture {
  readonly vacancies: readonly { readonly vacancy: string; readonly people: readonly [number, number] }[]
}

const isDual = (offering: Offering, tables: Tables): boolean => offering.job !== undefined && tables.vacancyOf.has(offering.job)

function wouldOpen(view: View, offering: Offering, vacancy: Vacancy, mode: Mode): boolean {
  const isOwnJob = isDual(offering, view.tables) && offering.job === vacancy.id
  if (!isOwnJob && (isDual(offering, view.tables) || vacancy.carriedBy !== undefined)) return false
  if (!termsHold(view, vacancy, mode, 'without start')) return false
  if (!isOwnJob && skillsHold(view.knowledge, vacancy, mode, view.tables)) return false
  return skillsHold(view.after([offering]), vacancy, mode, view.tables)
}

function further(view: View, offering: Offering): Against[] {
  const { person } = view
  const { thisWeek } = view.tables.world.settings
  const within = (isWithin: boolean): State => (isWithin ? 'met' : 'unmet')
  const most = person.study?.ownCostEuro
  const schemes = (offering.funding ?? []).reduce((sum, { euro }) => sum + euro, 0)
  const cost: State =
    most === undefined || offering.feeEuro <= most ? 'met' : offering.feeEuro - schemes <= most ? 'unknown' : 'unmet'
  const start = firstStart(offering, freeWeek(person, view.tables.world.settings), thisWeek)
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => ((offering.days ?? 0) >> day) % 2 === 1)
  const own = person.days
  const lessons = within(own === undefined || days.every((day) => (own >> day) % 2 === 1))
  const weeks = person.study?.totalWeeks
  return [
    { key: 'studyDays', state: lessons },
    { key: 'studyCost', state: cost },
    { key: 'studyWeeks', state: within(weeks === undefined || offering.weeks <= weeks) },
    { key: 'studyStart', state: within(start !== undefined && start + offering.weeks <= thisWeek + horizonWeeks) },
  ]
}

export function waitingFor(
  tables: Tables,
  offering: Offering,
  pool: readonly Person[],
  vacancies: readonly Vacancy[],
): TwinWaiting {
  const views = pool.map((person) => viewOf(tables, askerOf(person)))
  const needing = (mode: Mode): View[] =>
    views.filter((view) => vacancies.some((vacancy) => wouldOpen(view, offering, vacancy, mode)))
  const crowds = { low: needing('low'), high: needing('high') }
  const against = (view: View, asked: Offering): Against[] =>
    [...againstStart(view, asked), ...further(view, asked)].filter(({ state }) => state !== 'met')
  const people = {
    low: crowds.low.map((view) => against(view, offering)),
    high: crowds.high.map((view) => against(view, offering)),
  }
  const demands = sortedOnce([
    ...statedByTraining(offering),
    ...(offering.days === undefined ? [] : ['studyDays']),
    ...['studyCost', 'studyWeeks', 'studyStart'],
    ...[...people.low, ...people.high].flat().map(({ key }) => key),
  ])
  const effects = { low: effect(people.low, demands), high: effect(people.high, demands) }
  const both = (of: (one: (typeof effects)['low']) => readonly [number, number]): readonly [number, number] => [
    of(effects.low)[0],
    of(effects.high)[1],
  ]
  const canBegin = both(({ now }) => now)
  const prerequisites = offering.prerequisites ?? []
  return {
    pool: pool.length,
    needs: [crowds.low.length, crowds.high.length],
    canBegin,
    alone: demands.map((demand, at) => ({
      demand,
      against: pair(
        (mode) => people[mode].filter((one) => one.some(({ key, state }) => key === demand && !holds(state, mode))).length,
      ),
      gain: both(({ alone }) => alone[at]?.gain ?? [0, 0]),
    })),
    pairs: effects.low.pairs.map(({ demands: two }, at) => ({
      demands: two,
      gain: both(({ pairs }) => pairs[at]?.gain ?? [0, 0]),
    })),
    all: both(({ all }) => all),
    lower: prerequisites.flatMap(({ skill, level }, at) => {
      if (level === 1) return []
      const easier: Offering = {
        ...offering,
        prerequisites: prerequisites.with(at, { skill, level: (level - 1) as typeof level }),
      }
      const begin = (mode: Mode): number =>
        effect(
          crowds[mode].map((view) => against(view, easier)),
          [],
        ).now[mode === 'low' ? 0 : 1]
      return [{ skill, level, gain: [begin('low') - canBegin[0], begin('high') - canBegin[1]] as const }]
    }),
    vacancies: vacancies.map((vacancy) => ({
      vacancy: vacancy.id,
      people: pair((mode) => views.filter((view) => wouldOpen(view, offering, vacancy, mode)).length),
    })),
  }
}
