import { type ActingDatabase, actAs, type DateText, nextDay } from '../../platform/index.ts'
import { type Actor, actingAs, type OrganisationKind, permit } from '../permissions/index.ts'
import { isCrebo } from './crebo.ts'
import { drawGuides } from './guides.ts'
import type { EnrolledStart, PlacementsParts } from './parts.ts'
import { membersWith } from './people-store.ts'
import type { Placement } from './placement.ts'
import { hasOpen, insertPlacement, updatePlacement } from './placement-store.ts'
import { NotNow, wrong } from './refusal.ts'
import { phasesFrom, type WeekPhase, weekPhasesSchema } from './week.ts'
import { asProgram, note, withPlacement } from './work.ts'

/** A placement that a school drafts. What is left out can be filled in until it is offered. */
export interface Proposal {
  readonly person: string
  readonly school: string
  readonly employer: string
  readonly supporter?: string | undefined
  readonly programme: string
  readonly offering?: string | undefined
  readonly crebo?: string | undefined
  readonly supervisor?: string | undefined
  readonly coach?: string | undefined
  readonly supervisorMinutes?: number | undefined
  readonly coachMinutes?: number | undefined
  readonly from: DateText
  readonly until: DateText
  readonly hoursPerWeek: number
  readonly wageCents?: number | undefined
  /** Left out: made of the phases of the programme. */
  readonly phases?: readonly WeekPhase[] | undefined
}

/** What of a draft may change: everything but who it is about and at which employer. */
export type DraftChange = Partial<
  Pick<
    Proposal,
    | 'supporter'
    | 'crebo'
    | 'supervisor'
    | 'coach'
    | 'supervisorMinutes'
    | 'coachMinutes'
    | 'from'
    | 'until'
    | 'hoursPerWeek'
    | 'wageCents'
    | 'phases'
  >
>

export const schoolKinds: readonly OrganisationKind[] = ['educator', 'school']
const employerKinds: readonly OrganisationKind[] = ['employer', 'public']
const supporterKinds: readonly OrganisationKind[] = ['region', 'branch', 'public']
/** Longer than any programme takes. */
const mostDays = 6 * 366
/** Hours of guides are booked by the quarter. */
const quarter = 15
const mostGuideMinutes = 20 * 60

/**
 * @param side in whose name: an employer only of who gave it the number of an enrolment
 * @param isEnrolled whether the enrolment was looked at already: otherwise one in a start of the programme is asked for
 */
export async function propose(
  parts: PlacementsParts,
  actor: Actor,
  proposal: Proposal,
  side: 'school' | 'employer' = 'school',
  isEnrolled = false,
): Promise<{ readonly id: string }> {
  const organisation = proposal[side]
  permit(actor, 'placement.propose', { kind: 'organisation', id: organisation, organisation })
  const now = parts.clock.now()
  const programme = await parts.trainings.findProgramme(proposal.programme)
  if (!programme) throw wrong('programme', `There is no programme "${proposal.programme}".`)
  checkTerms(proposal)
  const starts = await startsOf(parts, proposal)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const account = actor.kind === 'account' ? actor.account : undefined
    const demo = await checkParties(parts, inside, proposal)
    if (!isEnrolled && !(await isStudentOf(parts, inside, proposal.person, starts)))
      throw new NotNow('notEnrolled', 'This person takes part in no programme of this school.')
    if (await asProgram(inside, (program) => hasOpen(program, proposal.person, proposal.employer, proposal.programme)))
      throw new NotNow('openAlready', 'This person has a placement at this employer for this programme.')
    const one: Placement = {
      ...proposal,
      id: parts.ids.next(),
      demo,
      programmeTitle: programme.title,
      phases: proposal.phases ?? phasesFrom(programme.facts.phases ?? [], proposal, proposal.hoursPerWeek),
      ...{ state: 'draft', createdAt: now, changedAt: now },
    }
    await insertPlacement(inside, one)
    await note({ inside, one, now }, 'propose', { side, account })
    return { id: one.id }
  })
}

/** Starts of a programme in which somebody can take part: those that are planned, and the day of the placement itself where people start at any time. */
async function startsOf(parts: PlacementsParts, { programme, offering, from }: Proposal): Promise<readonly EnrolledStart[]> {
  const offerings = await parts.trainings.offeringsOf(programme)
  return [
    ...(offering === undefined ? [] : [{ offering, startsOn: from }]),
    ...offerings.flatMap(({ id, facts }) => facts.starts.map(({ date }) => ({ offering: id, startsOn: date }))),
  ]
}

async function isStudentOf(
  { isEnrolled }: PlacementsParts,
  inside: ActingDatabase,
  person: string,
  starts: readonly EnrolledStart[],
): Promise<boolean> {
  if (!isEnrolled) return true
  return asProgram(inside, async (program) => {
    for (const start of starts) if (await isEnrolled(program, person, start)) return true
    return false
  })
}

export async function changeDraft(parts: PlacementsParts, actor: Actor, id: string, change: DraftChange): Promise<void> {
  // A programme is not asked for within a transaction.
  const programmeId = await withPlacement(parts, actor, 'placement.change', id, async ({ one }) => one.programme)
  const programme = await parts.trainings.findProgramme(programmeId)
  await withPlacement(parts, actor, 'placement.change', id, async ({ inside, one, now }) => {
    if (one.state !== 'draft') throw new NotNow('moved', 'This is being signed: only an addendum changes it.')
    const after = { ...one, ...change }
    checkTerms(after)
    await checkParties(parts, inside, after)
    const isMoved = after.from !== one.from || after.until !== one.until || after.hoursPerWeek !== one.hoursPerWeek
    const phases = change.phases ?? (isMoved ? phasesFrom(programme?.facts.phases ?? [], after, after.hoursPerWeek) : one.phases)
    await updatePlacement(inside, { ...after, phases, changedAt: now })
  })
}

/** Another supervisor or coach. That it changed is written down, and by which side. The employer names no coach. */
export async function setPeople(
  parts: PlacementsParts,
  actor: Actor,
  id: string,
  people: { readonly supervisor?: string; readonly coach?: string },
): Promise<void> {
  await withPlacement(
    parts,
    actor,
    'placement.people',
    id,
    async ({ inside, one, now, allowed: [side], account, terms, today }) => {
      if (one.state === 'ended') throw new NotNow('moved', 'This placement is over.')
      const coach = side === 'school' ? people.coach : undefined
      const after = { ...one, supervisor: people.supervisor ?? one.supervisor, coach: coach ?? one.coach, changedAt: now }
      await checkPeople(inside, after)
      await updatePlacement(inside, after)
      // From this week on the hours are of who guides now; what was taken before stays taken.
      const isNew = after.supervisor !== one.supervisor || after.coach !== one.coach
      if (isNew && one.state !== 'draft') await drawGuides(parts, inside, after, terms, today)
      if (after.supervisor !== one.supervisor) await note({ inside, one, now }, 'supervisor', { side, account })
      if (after.coach !== one.coach) await note({ inside, one, now }, 'coach', { side, account })
    },
  )
}

/** @throws Invalid naming the field */
export function checkTerms({
  from,
  until,
  hoursPerWeek,
  wageCents,
  crebo,
  phases,
  supervisorMinutes,
  coachMinutes,
}: Omit<Partial<Proposal>, 'from' | 'until'> & Pick<Proposal, 'from' | 'until'>): void {
  const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`))
  if (!isDay(from) || !isDay(until) || until <= from || until > nextDay(from, mostDays))
    throw wrong('period', 'Give a first and a last day, as 2027-01-31, at most six years apart.')
  if (hoursPerWeek !== undefined && !(hoursPerWeek >= 1 && hoursPerWeek <= 48))
    throw wrong('hoursPerWeek', 'Give the hours of a week: 1 to 48.')
  if (wageCents !== undefined && !(Number.isInteger(wageCents) && wageCents >= 0 && wageCents <= 20_000))
    throw wrong('wage', 'Give the wage of an hour in euros, below 200.')
  if (crebo !== undefined && !isCrebo(crebo)) throw wrong('crebo', `"${crebo}" is no crebo number of five digits.`)
  for (const minutes of [supervisorMinutes, coachMinutes]) {
    if (minutes !== undefined && !(Number.isInteger(minutes / quarter) && minutes >= 0 && minutes <= mostGuideMinutes))
      throw wrong('guideHours', 'Give the hours of a week by the quarter, as 1.5: 0 to 20.')
  }
  if (phases !== undefined && !weekPhasesSchema.safeParse(phases).success)
    throw wrong('phases', 'The days of the week cannot be used.')
}

/** @returns whether it is of the demo @throws Invalid naming the party that cannot be one */
async function checkParties(
  parts: PlacementsParts,
  inside: ActingDatabase,
  one: Pick<Proposal, 'school' | 'employer' | 'supporter' | 'supervisor' | 'coach'>,
): Promise<boolean> {
  const school = await parts.organisations.find(one.school, inside)
  const employer = await parts.organisations.find(one.employer, inside)
  if (!school || !schoolKinds.includes(school.kind)) throw wrong('programme', 'A placement is of a school or educator.')
  if (!employer || !employerKinds.includes(employer.kind)) throw wrong('employer', 'Choose an employer that takes part here.')
  if (one.supporter !== undefined) {
    const supporter = await parts.organisations.find(one.supporter, inside)
    if (!supporter || !supporterKinds.includes(supporter.kind))
      throw wrong('supporter', 'Choose a region, branch or public body.')
  }
  await checkPeople(inside, one)
  return school.demo
}

async function checkPeople(
  inside: ActingDatabase,
  { school, employer, supervisor, coach }: Pick<Proposal, 'school' | 'employer' | 'supervisor' | 'coach'>,
): Promise<void> {
  const isOneOf = (organisation: string, account: string, role: 'practiceSupervisor' | 'studyCoach'): Promise<boolean> =>
    asProgram(inside, async (program) =>
      (await membersWith(program, organisation, [role, 'owner'])).some((member) => member.account === account),
    )
  if (supervisor !== undefined && !(await isOneOf(employer, supervisor, 'practiceSupervisor')))
    throw wrong('supervisor', 'Choose a practice supervisor of this employer.')
  if (coach !== undefined && !(await isOneOf(school, coach, 'studyCoach')))
    throw wrong('coach', 'Choose a study coach of this school.')
}
