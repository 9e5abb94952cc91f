/** Who guides and teaches a cohort: mentors and guest teachers, out of the one hour budget that each of them has. */
import { type DateText, Invalid, NotFound, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { type Draw, type GuideFull, weeksOfDays } from '../senior-hours/index.ts'
import type { Cohort } from './cohort.ts'
import { listEmployers } from './cohort-store.ts'
import { type GuideChoice, listGuideChoices } from './guide-store.ts'
import type { CohortsParts } from './parts.ts'
import { CohortRefused } from './refused.ts'
import { type AtCohort, asProgram, mustBe, withEducator } from './work.ts'

/** A mentor is there for the people of a cohort; a guest teacher gives lessons. */
const guideKinds = ['mentor', 'guestTeacher'] as const
export type GuideKind = (typeof guideKinds)[number]

export interface NamedGuide {
  readonly person: string
  readonly as: string
  readonly from: DateText
  readonly until: DateText
  /** By the quarter. */
  readonly hoursPerWeek: number
}

/** Somebody who guides a cohort, with what it takes of them. */
export interface GuideShown {
  readonly person: string
  readonly name: string
  readonly as: GuideKind
  /** Mondays of the first and the last week. */
  readonly fromWeek: DateText
  readonly untilWeek: DateText
  readonly hoursPerWeek: number
  /** Whether it is known, of each of these weeks, how many hours this person has. */
  readonly hasBudget: boolean
}

const purposes = { mentor: 'cohort', guestTeacher: 'guestLesson' } as const
const roles = { mentor: 'studyCoach', guestTeacher: 'guestTeacher' } as const
const longestDays = 3 * 366
const quarterMinutes = 15
const mostMinutes = 40 * 60

/**
 * Books the hours of a mentor or guest teacher for a cohort that was settled or has started; named again as the same, it is what is said last.
 * @throws Invalid at `guide`, `guideDays`, `guideHours`; CohortRefused `wrongState`, `guideFull` with the week and who has room
 */
export async function nameGuide(parts: CohortsParts, actor: Actor, id: string, named: NamedGuide): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', async (at) => {
    mustBe(at.one, 'settled', 'started')
    const { seniorHours } = parts
    if (!seniorHours) throw new CohortRefused('wrongState')
    const kind = guideKinds.find((one) => one === named.as)
    const choices = await choicesIn(at)
    const chosen = choices.find(({ account }) => account === named.person)
    if (!chosen || !kind) throw new Invalid('guide', 'Choose somebody of the list.')
    const draw: Draw = {
      ...{ person: chosen.account, organisation: chosen.organisation, role: roles[kind], purpose: purposes[kind] },
      weeks: readWeeks(named),
    }
    const others = (await drawsOf(parts, at)).filter((one) => !isSame(one, draw))
    try {
      await seniorHours.draw(at.inside, id, [...others, draw])
    } catch (error) {
      const { reason, week } = error as Partial<{ reason: string; week: DateText }>
      if (reason !== 'overBooked' || week === undefined) throw error
      throw new CohortRefused('guideFull', await whoElse(parts, at, draw, week, choices))
    }
  })
}

/** Somebody guides it no more: their hours are free again. @throws NotFound */
export async function dismissGuide(parts: CohortsParts, actor: Actor, id: string, person: string, as: string): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', async (at) => {
    const before = await drawsOf(parts, at)
    const kept = before.filter((one) => one.person !== person || one.purpose !== purposes[as as GuideKind])
    if (kept.length === before.length) throw new NotFound('guide', person)
    await parts.seniorHours?.draw(at.inside, id, kept)
  })
}

/** A cohort that does not go on takes nobody's hours; in its transaction. */
export async function freeCohortGuides({ seniorHours }: CohortsParts, inside: AtCohort['inside'], id: string): Promise<void> {
  await seniorHours?.draw(inside, id, [])
}

/** Who guides, and who could, as the educator sees them. */
export async function guidesOf(
  parts: CohortsParts,
  at: Pick<AtCohort, 'inside' | 'one'>,
): Promise<{ readonly guides: readonly GuideShown[]; readonly choices: readonly GuideChoice[] }> {
  if (!parts.seniorHours) return { guides: [], choices: [] }
  const choices = await choicesIn(at)
  const drawn = await parts.seniorHours.drawnFor(at.inside, at.one.id)
  const guides = drawn.map(
    ({ account, purpose, fromWeek, untilWeek, minutesPerWeek, hasBudget }): GuideShown => ({
      ...{ person: account, name: choices.find((one) => one.account === account)?.name ?? '' },
      ...{ as: purpose === 'guestLesson' ? 'guestTeacher' : 'mentor', fromWeek, untilWeek },
      ...{ hoursPerWeek: minutesPerWeek / 60, hasBudget },
    }),
  )
  return { guides, choices }
}

async function choicesIn({ inside, one }: Pick<AtCohort, 'inside' | 'one'>): Promise<readonly GuideChoice[]> {
  const employers = (await listEmployers(inside, one.id)).map(({ organisation }) => organisation)
  return asProgram(inside, (program) => listGuideChoices(program, one.organisation, employers))
}

/** What the cohort takes now, as it would be asked for again. */
async function drawsOf(
  { seniorHours }: CohortsParts,
  { inside, one }: { readonly inside: AtCohort['inside']; readonly one: Cohort },
) {
  const drawn = (await seniorHours?.drawnFor(inside, one.id)) ?? []
  return drawn.map(({ account, purpose, fromWeek, untilWeek, minutesPerWeek }): Draw => {
    const role = purpose === 'guestLesson' ? 'guestTeacher' : 'studyCoach'
    const weeks = weeksOfDays(fromWeek, untilWeek, minutesPerWeek)
    return { person: account, organisation: one.organisation, role, purpose, weeks }
  })
}

const isSame = (one: Draw, other: Draw): boolean => one.person === other.person && one.purpose === other.purpose

function readWeeks({ from, until, hoursPerWeek }: NamedGuide): ReadonlyMap<DateText, number> {
  const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
  if (!isDay(from) || !isDay(until) || until < from || until > nextDay(from, longestDays))
    throw new Invalid('guideDays', 'Give a first and a last day, as 2027-02-15, at most three years apart.')
  const minutes = hoursPerWeek * 60
  if (!Number.isInteger(minutes / quarterMinutes) || minutes < quarterMinutes || minutes > mostMinutes)
    throw new Invalid('guideHours', 'Give hours a week by the quarter, as 1.5: 0.25 to 40.')
  return weeksOfDays(from, until, minutes)
}

async function whoElse(
  { seniorHours }: CohortsParts,
  { inside }: Pick<AtCohort, 'inside'>,
  { person, weeks }: Draw,
  week: DateText,
  choices: readonly GuideChoice[],
): Promise<GuideFull> {
  const others = choices.filter(({ account }) => account !== person)
  const rooms = await seniorHours?.roomOf(
    inside,
    others.map(({ account }) => account),
    weeks,
  )
  const named = (wanted: string): string[] =>
    others.filter(({ account }) => rooms?.get(account) === wanted).map(({ name }) => name)
  const name = choices.find(({ account }) => account === person)?.name ?? ''
  return { name, week, room: named('room'), unknown: named('unknown') }
}
