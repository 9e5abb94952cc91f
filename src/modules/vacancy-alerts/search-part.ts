import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../../engine/matching/index.ts'
import { actAs, Busy } from '../../platform/index.ts'
import type { Finding, Question } from '../engines/index.ts'
import type { KeptPlan } from '../kept-plans/index.ts'
import type { Profile } from '../people/index.ts'
import { planId } from '../planning/index.ts'
import { alertStore as store } from './alert-store.ts'
import type { VacancyAlertsParts } from './create-vacancy-alerts.ts'
import type { AlertPart } from './vacancy-alert.ts'

const task = { task: 'vacancy-alerts' } as const
const mostPeople = 100

interface Searching extends VacancyAlertsParts {
  readonly toPerson: (profile: Profile) => Person
}

/**
 * Of one share of the people who asked for it: which of these new vacancies their kept plans lead to as well. Each person is a transaction of its own, and
 * each find is there once, so a part that is done twice finds nothing more.
 */
export async function searchPart(
  parts: Searching,
  { vacancies, revision, ...share }: AlertPart,
  signal: AbortSignal,
): Promise<number> {
  const records = new Map((await parts.vacancies.ofIds(vacancies)).map((record) => [record.id, record]))
  const open = vacancies.filter((id) => records.get(id)?.state === 'published')
  let added = 0
  for (let after = ''; open.length > 0; ) {
    const people = await actAs(parts.db, task, (inside) => store.listWishers(inside, share, after, mostPeople))
    for (const account of people) {
      signal.throwIfAborted()
      added += await searchFor(parts, account, { open, revision, recordOf: (id) => records.get(id) }, signal)
    }
    if (people.length < mostPeople) break
    after = people.at(-1) ?? ''
  }
  return added
}

/** Vacancies that are news, and with which revision they came. */
interface News {
  readonly open: readonly string[]
  readonly revision: number
  readonly recordOf: (id: string) => { readonly title: string; readonly employer: string } | undefined
}

async function searchFor(
  parts: Searching,
  account: string,
  { open, revision, recordOf }: News,
  signal: AbortSignal,
): Promise<number> {
  const { profile, plans, known } = await actAs(parts.db, task, async (inside) => ({
    profile: await parts.profileOf(inside, account),
    plans: (await parts.keptPlansOf(inside, account)).filter(({ news }) => news?.kind !== 'gone'),
    known: await store.listKnown(inside, account),
  }))
  const kept = new Set(plans.map(({ facts }) => facts.vacancy))
  const wanted = open.filter((id) => !known.has(id) && !kept.has(id))
  if (!profile || plans.length === 0 || wanted.length === 0) return 0
  // Outside of a transaction: an engine takes its time.
  const question = { kind: 'completed', person: parts.toPerson(profile), vacancies: wanted, paths: plans.map(pathOf) } as const
  const finding = await askFrom(parts, question, revision, signal)
  const foundAt = parts.clock.now()
  const found = finding.flatMap((one) => {
    const record = recordOf(one.vacancy)
    return record ? [{ vacancy: one.vacancy, title: record.title, employer: record.employer, plan: planId(one), foundAt }] : []
  })
  return found.length === 0 ? 0 : actAs(parts.db, task, (inside) => store.add(inside, account, found))
}

const pathOf = ({ facts }: KeptPlan): readonly string[] => facts.trainings.map(({ offering }) => offering)

/** An index follows the record within a second, later where the database stood still. */
const mostTries = 50
const betweenMs = 200

/**
 * Asks an engine that has come as far as the vacancies that are asked about: one that has not would say that nobody has a way to them.
 * @throws Busy when none comes so far: the part is done again later
 */
async function askFrom(
  { engines }: Searching,
  question: Question<'completed'>,
  revision: number,
  signal: AbortSignal,
): Promise<Finding<'completed'>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { finding, resident } = await engines.ask(question, { signal })
    if ((resident.revisions.vacancies ?? 0) >= revision) return finding
    await wait(betweenMs, undefined, { signal })
  }
  throw new Busy('The index has not come as far as the vacancies that are new.', Math.ceil((mostTries * betweenMs) / 1000))
}
