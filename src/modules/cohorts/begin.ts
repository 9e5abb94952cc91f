import { actAs, type DateText, Invalid, NotFound } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Cohort } from './cohort.ts'
import { addStep, insertCohort, updateCohort } from './cohort-store.ts'
import type { CohortsParts } from './parts.ts'
import { accountOf, asProgram, mustBe, timeOf, withEducator } from './work.ts'

export interface NewCohort {
  readonly organisation: string
  readonly offering: string
  readonly startsOn: DateText
  readonly settleBy: DateText
  readonly least: number
  readonly most: number
}

/** A start of an offering, to choose from. */
export interface CohortStart {
  readonly offering: string
  readonly programme: string
  readonly title: Bilingual
  readonly placeName?: string | undefined
  /** Left out: it starts on any day. */
  readonly startsOn?: DateText | undefined
}

export const mostPeople = 200

/**
 * A cohort of a start of an offering of the educator's own programmes. Gives its id.
 * @throws Invalid at `offering`, `startsOn`, `settleBy`, `size`; and as the permission table says
 */
export async function begin(parts: CohortsParts, actor: Actor, asked: NewCohort): Promise<string> {
  const { organisation, least, most, startsOn, settleBy } = asked
  permit(actor, 'cohort.change', { kind: 'organisation', id: organisation, organisation })
  const school = await parts.organisations.find(organisation)
  if (!school || school.closed) throw new NotFound('organisation', organisation)
  const offering = await parts.trainings.findOffering(asked.offering)
  const programme = offering && (await parts.trainings.findProgramme(offering.programme))
  if (!offering || programme?.organisation !== organisation)
    throw new Invalid('offering', 'This is no offering of a programme of this organisation.')
  const { now, today } = timeOf(parts)
  if (!isDay(startsOn) || startsOn <= today) throw new Invalid('startsOn', 'The start is a day that comes yet, as 2027-02-15.')
  if (!offering.facts.rolling && !offering.facts.starts.some(({ date }) => date === startsOn))
    throw new Invalid('startsOn', 'This offering does not start on that day.')
  readSettleBy(settleBy, startsOn, today)
  readSize(least, most)
  const id = parts.ids.next()
  const one: Cohort = {
    ...{
      id,
      organisation,
      programme: programme.id,
      offering: offering.id,
      title: programme.title,
      startsOn,
      settleBy,
      least,
      most,
    },
    ...{ state: 'open', seed: parts.ids.token().slice(0, 12), demo: school.demo },
  }
  await actAs(parts.db, actingAs(actor), (inside) =>
    asProgram(inside, async (program) => {
      await insertCohort(program, one, now)
      await addStep(program, id, { step: 'begin', state: 'open', at: now }, accountOf(actor))
    }),
  )
  return id
}

/** How many people it needs, and by when everybody should know. @throws Invalid, CohortRefused */
export async function changeCohort(
  parts: CohortsParts,
  actor: Actor,
  id: string,
  { least, most, settleBy }: Pick<NewCohort, 'least' | 'most' | 'settleBy'>,
): Promise<void> {
  await withEducator(parts, actor, 'cohort.change', id, 'changes', async ({ inside, one, now, today }) => {
    mustBe(one, 'open', 'ordering', 'proposed', 'settled')
    readSettleBy(settleBy, one.startsOn, today)
    readSize(least, most)
    await asProgram(inside, (program) => updateCohort(program, one, { least, most, settleBy }, now))
  })
}

/** Offerings of the educator's own programmes with the starts that come. @throws SignInNeeded, Forbidden, NotFound */
export async function startsOf(parts: CohortsParts, actor: Actor, organisation: string): Promise<readonly CohortStart[]> {
  permit(actor, 'cohort.change', { kind: 'organisation', id: organisation, organisation })
  const { today } = timeOf(parts)
  const programmes = await parts.trainings.ofOrganisation(parts.db, organisation)
  const offerings = await parts.trainings.offeringsOf(...programmes.map(({ id }) => id))
  const titles = new Map(programmes.map(({ id, title }) => [id, title]))
  return offerings
    .flatMap(({ id: offering, programme, placeName, facts }): CohortStart[] => {
      const about = { offering, programme, title: titles.get(programme) ?? { nl: programme, en: programme }, placeName }
      const coming = facts.starts.filter(({ date }) => date > today).map(({ date }) => ({ ...about, startsOn: date }))
      return facts.rolling ? [about, ...coming] : coming
    })
    .sort((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1))
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

function readSettleBy(settleBy: DateText, startsOn: DateText, today: DateText): void {
  if (!isDay(settleBy) || settleBy < today || settleBy > startsOn)
    throw new Invalid('settleBy', 'The day by which everybody knows lies between today and the start, as 2027-01-18.')
}

function readSize(least: number, most: number): void {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= mostPeople
  if (!isCount(least) || !isCount(most) || least > most)
    throw new Invalid('size', `The least and the most number of people are from 1 to ${mostPeople}, and the least comes first.`)
}
