import { type ActingDatabase, actAs, asTask, NotFound, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, permit } from '../permissions/index.ts'
import { answerOnce, isToBeAsked } from './answer.ts'
import { type Comparison, compare, type OutcomeSubject, type OutcomesOf } from './compare.ts'
import type { FunnelCode, OutcomeDefinitions } from './definitions.ts'
import { putDemoOutcomes } from './demo.ts'
import { knownOf, listSubjects, numberOf } from './known.ts'
import { addJobs, addStayed, countYears, removeJobsOf, removeOldJobs } from './outcome-store.ts'
import { type OutcomesParts, outcomesTask } from './parts.ts'
import type { OutcomeRef } from './refs.ts'
import { report, takeBackReport } from './report.ts'
import { findRunner, listReports, listRunBy, type OutcomeReport, removeRunner, saveRunner } from './report-store.ts'

/** Outcomes of an organisation's own programmes and initiatives. */
export interface OutcomesDesk {
  /** What everybody sees. */
  readonly known: readonly OutcomesOf[]
  /** Of its own programmes: the steps that it makes itself, exactly. Whether people found work it sees as everybody does. */
  readonly own: readonly {
    readonly programme: string
    readonly year: number
    readonly counts: Readonly<Partial<Record<Exclude<FunnelCode, 'placed' | 'stayed'>, number>>>
  }[]
  readonly reports: readonly OutcomeReport[]
  /** Of what it can report. */
  readonly subjects: readonly OutcomeSubject[]
}

/** What works, comparably: counts by one set of definitions, in which nobody can be found. */
export interface Outcomes {
  readonly definitions: OutcomeDefinitions
  /** Public. @throws NotFound */
  of(ref: OutcomeRef): Promise<OutcomesOf>
  /** Public: all of which something is known. */
  subjects(): Promise<readonly OutcomeSubject[]>
  /** Public: side by side what says the same. What is not there is left out. */
  compare(refs: readonly OutcomeRef[], year?: number): Promise<Comparison>

  desk(actor: Actor, organisation: string): Promise<OutcomesDesk>
  /** Gives the id. @throws Invalid at a field */
  report(actor: Actor, organisation: string, given: unknown): Promise<string>
  takeBack(actor: Actor, organisation: string, report: string): Promise<void>

  isToBeAsked(actor: Actor, enrolment: string): Promise<boolean>
  /** @param answer yes, no or skip; once, and the answer is kept nowhere */
  answer(actor: Actor, enrolment: string, answer: string): Promise<void>

  /** Who keeps the site says which organisation runs an initiative, or that none does. */
  setRunner(actor: Actor, initiative: string, organisation: string | undefined): Promise<void>
  /** The organisation that runs an initiative here. */
  runnerOf(initiative: string): Promise<string | undefined>
  /** Initiatives that an organisation runs. */
  runBy(organisation: string): Promise<readonly string[]>

  /** Jobs after programmes, answers of twelve months later, and what is erased after its term. Called by a timer. */
  tick(): Promise<{ readonly jobs: number; readonly stayed: number; readonly removed: number }>
  /** A yes to questions afterwards, or its withdrawal: in that transaction. */
  onConsent(inside: ActingDatabase, change: { readonly account: string; readonly given: boolean }): Promise<void>
  putDemo(inside: ActingDatabase, today: string): Promise<void>
}

export function createOutcomes(parts: OutcomesParts): Outcomes {
  const {
    db,
    clock,
    data: { definitions },
  } = parts
  const today = (): string => todayInAmsterdam(clock.now())
  return {
    definitions,
    async of(ref) {
      const [found] = await knownOf(parts, [ref])
      if (!found) throw new NotFound(ref.kind, ref.id)
      return found
    },
    subjects: () => listSubjects(parts),
    compare: async (refs, year) => compare(await knownOf(parts, refs), year),

    async desk(actor, organisation) {
      permit(actor, 'outcome.read', { kind: 'organisation', id: organisation, organisation })
      const programmes = await actAs(db, outcomesTask, (task) => parts.trainings.ofOrganisation(task, organisation))
      const ids = programmes.map(({ id }) => id)
      const [years, reports, initiatives] = await actAs(db, outcomesTask, async (task) => [
        await countYears(task, ids, today()),
        await listReports(task, { organisation }),
        await listRunBy(task, organisation),
      ])
      const refs: OutcomeRef[] = [
        ...ids.map((id) => ({ kind: 'programme' as const, id })),
        ...initiatives.map((id) => ({ kind: 'initiative' as const, id })),
      ]
      const known = await knownOf(parts, refs)
      const own = years
        .map(({ programme, year, counts: { applied = 0, admitted = 0, started = 0, completed = 0, ...rest } }) => ({
          ...{ programme, year, counts: { applied, admitted, started, completed } },
          isCounted: applied > 0 || Object.keys(rest).length > 0,
        }))
        .flatMap(({ isCounted, ...one }) => (isCounted ? [one] : []))
      return { known, own, reports, subjects: known.map(({ subject }) => subject) }
    },
    report: (actor, organisation, given) => report(parts, actor, organisation, given),
    takeBack: (actor, organisation, id) => takeBackReport(parts, actor, organisation, id),

    isToBeAsked: (actor, enrolment) => isToBeAsked(parts, actor, enrolment),
    answer: (actor, enrolment, answer) => answerOnce(parts, actor, enrolment, answer),

    async setRunner(actor, initiative, organisation) {
      permit(actor, 'initiative.run', { kind: 'initiative', id: initiative })
      if (!parts.initiatives.find(initiative)) throw new NotFound('initiative', initiative)
      if (organisation !== undefined) {
        const found = await parts.organisations.find(organisation)
        if (!found || found.closed || found.isAwaited) throw new NotFound('organisation', organisation)
      }
      await actAs(db, outcomesTask, (task) =>
        organisation === undefined ? removeRunner(task, initiative) : saveRunner(task, initiative, organisation, today()),
      )
    },
    runnerOf: async (initiative) => (await actAs(db, outcomesTask, (task) => findRunner(task, initiative)))?.organisation,
    runBy: (organisation) => actAs(db, outcomesTask, (task) => listRunBy(task, organisation)),

    async tick() {
      const keptDays = await numberOf(parts, 'outcome-job-kept-days', today())
      return actAs(db, outcomesTask, async (task) => ({
        jobs: await addJobs(task, definitions.placedMonths, today()),
        stayed: await addStayed(task, definitions.stayedMonths),
        removed: keptDays === undefined ? 0 : await removeOldJobs(task, nextDay(today(), -keptDays)),
      }))
    },
    async onConsent(inside, { account, given }) {
      if (!given) await asTask(inside, 'outcomes', (task) => removeJobsOf(task, account))
    },
    putDemo: (inside, day) => putDemoOutcomes(parts, inside, day),
  }
}
