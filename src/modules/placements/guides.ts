/** What a placement takes of who guides: hours a week of the practice supervisor and of the coach of the school, out of the one budget that each has. */
import { type ActingDatabase, type DateText, nextDay } from '../../platform/index.ts'
import type { Draw, GuideFull } from '../senior-hours/index.ts'
import type { PlacementsParts } from './parts.ts'
import { membersWith } from './people-store.ts'
import type { Interruption, Placement } from './placement.ts'
import { NotNow } from './refusal.ts'
import type { Terms } from './terms.ts'
import { mondayOf } from './week.ts'
import { listInterruptions } from './week-store.ts'
import { asProgram } from './work.ts'

type Guided = Pick<Placement, 'supervisorMinutes' | 'coachMinutes'>
type Minutes = { readonly [name in keyof Guided]-?: number }

/** Minutes a week: as agreed, and before that as the dated rules have it. */
export function guideMinutes(one: Guided, terms: Pick<Terms, 'supervisorHours' | 'coachHours'>): Minutes {
  return {
    supervisorMinutes: one.supervisorMinutes ?? Math.round((terms.supervisorHours ?? 0) * 60),
    coachMinutes: one.coachMinutes ?? Math.round((terms.coachHours ?? 0) * 60),
  }
}

/** The weeks that a placement takes, by Monday: of all its days, without weeks in which it stands still from Monday to Friday. Pure. */
export function weeksGuided(
  { from, until }: Pick<Placement, 'from' | 'until'>,
  away: readonly Pick<Interruption, 'from' | 'until'>[],
): DateText[] {
  const weeks: DateText[] = []
  for (let week = mondayOf(from); week <= until; week = nextDay(week, 7)) {
    const isAway = away.some((one) => one.from <= week && nextDay(week, 4) <= one.until)
    if (!isAway) weeks.push(week)
  }
  return weeks
}

function drawsOf(one: Placement, minutes: Minutes, weeks: readonly DateText[]): Draw[] {
  const of = (person: string | undefined, organisation: string, role: Draw['role'], each: number): Draw[] =>
    person === undefined
      ? []
      : [{ person, organisation, role, purpose: 'placement', weeks: new Map(weeks.map((week) => [week, each])) }]
  const both = [
    ...of(one.supervisor, one.employer, 'practiceSupervisor', minutes.supervisorMinutes),
    ...of(one.coach, one.school, 'studyCoach', minutes.coachMinutes),
  ]
  const [first, second] = both
  // Who is both takes both.
  if (!first || !second || first.person !== second.person) return both
  return [{ ...first, weeks: new Map([...first.weeks].map(([week, each]) => [week, each + (second.weeks.get(week) ?? 0)])) }]
}

/**
 * Books who guides for as long as the placement lasts, in its transaction; what was booked for others of it goes.
 * @param from what was taken before the week of this day stays as it was; left out: all weeks
 * @throws NotNow `guideFull` with the week, and who has room
 */
export async function drawGuides(
  parts: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  terms: Terms,
  from?: DateText,
): Promise<void> {
  if (!parts.seniorHours) return
  const weeks = weeksGuided(one, await asProgram(inside, (program) => listInterruptions(program, one.id)))
  await put(parts, inside, one, one.id, drawsOf(one, guideMinutes(one, terms), weeks), from)
}

/** What an addendum would take more is held while it waits for signatures: who signs last cannot be told that there is no room. @throws NotNow */
export async function holdMore(
  parts: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  after: Placement,
  { terms, today }: { readonly terms: Terms; readonly today: DateText },
): Promise<void> {
  if (!parts.seniorHours) return
  const away = await asProgram(inside, (program) => listInterruptions(program, one.id))
  const now = drawsOf(one, guideMinutes(one, terms), weeksGuided(one, away))
  const more = drawsOf(after, guideMinutes(after, terms), weeksGuided(after, away)).map((draw) => {
    const before = now.find(({ person }) => person === draw.person)?.weeks
    return { ...draw, weeks: new Map([...draw.weeks].map(([week, each]) => [week, each - (before?.get(week) ?? 0)])) }
  })
  await put(parts, inside, after, heldRef(one.id), more, today)
}

/** What an addendum held goes, whether it holds now or was taken back. */
export async function letGoHeld({ seniorHours }: PlacementsParts, inside: ActingDatabase, id: string): Promise<void> {
  await seniorHours?.draw(inside, heldRef(id), [])
}

/** It is over: what it would have taken from a day on is free again; left out: all of it, since it never began. */
export async function freeGuides(parts: PlacementsParts, inside: ActingDatabase, id: string, from?: DateText): Promise<void> {
  await parts.seniorHours?.draw(inside, id, [], from)
  await letGoHeld(parts, inside, id)
}

const heldRef = (id: string): string => `${id}/addendum`

async function put(
  parts: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  ref: string,
  draws: readonly Draw[],
  from: DateText | undefined,
): Promise<void> {
  try {
    await parts.seniorHours?.draw(inside, ref, draws, from)
  } catch (error) {
    const { reason, person, week } = error as Partial<{ reason: string; person: string; week: DateText }>
    if (reason !== 'overBooked' || person === undefined || week === undefined) throw error
    throw new NotNow('guideFull', (error as Error).message, await whoElse(parts, inside, one, draws, { person, week }))
  }
}

/** Whose week is full, and who of the same side has room in all weeks. */
async function whoElse(
  { seniorHours }: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  draws: readonly Draw[],
  { person, week }: { readonly person: string; readonly week: DateText },
): Promise<GuideFull> {
  const draw = draws.find((each) => each.person === person)
  const side = draw?.role === 'studyCoach' ? 'school' : 'employer'
  const roles = side === 'school' ? (['studyCoach', 'owner'] as const) : (['practiceSupervisor', 'owner'] as const)
  const members = await asProgram(inside, (program) => membersWith(program, one[side], roles))
  const others = members.filter(({ account }) => account !== person)
  const rooms = await seniorHours?.roomOf(
    inside,
    others.map(({ account }) => account),
    draw?.weeks ?? new Map(),
  )
  const named = (wanted: string): string[] =>
    others.filter(({ account }) => rooms?.get(account) === wanted).map(({ name }) => name)
  return {
    ...{ week, name: members.find(({ account }) => account === person)?.name ?? '' },
    ...{ room: named('room'), unknown: named('unknown') },
  }
}

/** How much guiding takes of whom, and whether it is known how many hours they have. */
export interface GuideHours {
  readonly as: 'supervisor' | 'coach'
  readonly minutesPerWeek: number
  /** `booked`: taken out of a budget. `noBudget`: in some week nobody said how many hours there are. `later`: not booked yet. */
  readonly state: 'booked' | 'noBudget' | 'later'
}

export async function guideHours(
  { seniorHours }: PlacementsParts,
  inside: ActingDatabase,
  one: Placement,
  terms: Terms,
): Promise<GuideHours[]> {
  const minutes = guideMinutes(one, terms)
  const drawn = (await seniorHours?.drawnFor(inside, one.id)) ?? []
  const lines = [
    { as: 'supervisor', person: one.supervisor, minutesPerWeek: minutes.supervisorMinutes },
    { as: 'coach', person: one.coach, minutesPerWeek: minutes.coachMinutes },
  ] as const
  return lines
    .filter(({ person, minutesPerWeek }) => person !== undefined && minutesPerWeek > 0)
    .map(({ as, person, minutesPerWeek }): GuideHours => {
      const own = drawn.filter(({ account }) => account === person)
      const state = own.length === 0 ? 'later' : own.every(({ hasBudget }) => hasBudget) ? 'booked' : 'noBudget'
      return { as, minutesPerWeek, state }
    })
}
