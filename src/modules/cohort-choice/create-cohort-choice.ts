import {
  actAs,
  Busy,
  type Clock,
  type Database,
  type Ids,
  Invalid,
  type Log,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { type Engines, roundCount } from '../engines/index.ts'
import type { Resident } from '../matching/index.ts'
import type { Organisations } from '../organisations/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { SeniorHours } from '../senior-hours/index.ts'
import { askedChoiceSchema } from './asked-schema.ts'
import { candidatesOf } from './candidates.ts'
import type { CohortChoice } from './cohort-choice.ts'
import { ChoiceRefused } from './refused.ts'
import type { AskedChoice, Scenario } from './scenario.ts'
import {
  addScenario,
  type CohortInput,
  countScenarios,
  findInput,
  idsOfRegion,
  listScenarios,
  putInput,
  regionsWithPeople,
  removeScenario,
} from './scenario-store.ts'
import { createSolver, type SolverParts } from './solver/solver.ts'
import { workOut } from './work-out.ts'

export interface CohortChoiceParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly engines: Pick<Engines, 'ask' | 'resident'>
  readonly regions: Pick<RegionsService, 'find'>
  readonly organisations: Pick<Organisations, 'find' | 'ties'>
  readonly seniorHours: Pick<SeniorHours, 'leftAt'>
  /** Only tests give one. */
  readonly startSolver?: SolverParts['start']
}

const mostScenarios = 30
/** Groups of a night are used through the next day. */
const freshMs = 36 * 3_600_000

interface Groups extends CohortInput {
  readonly resident: Resident
}

export function createCohortChoice(parts: CohortChoiceParts): CohortChoice {
  const { db, clock, ids, engines, regions } = parts
  const solver = createSolver({ log: parts.log, ...(parts.startSolver ? { start: parts.startSolver } : {}) })

  async function open(actor: Actor, action: Extract<Action, `choice.${string}`>, id: string) {
    permit(actor, action, { kind: 'organisation', id, organisation: id })
    const organisation = await parts.organisations.find(id)
    if (!organisation || organisation.closed) throw new NotFound('organisation', id)
    return organisation
  }

  /** Asked of the engine now. */
  async function ask(region: string, signal?: AbortSignal): Promise<Groups> {
    const of = await idsOfRegion(db, region)
    const { finding, resident } = await engines.ask({ kind: 'cohortGroups', ...of }, { signal })
    const people = roundCount(of.people.length) ?? 0
    return { finding, people, dataVersion: resident.dataVersion, madeAt: clock.now(), resident }
  }

  /** Of last night where nothing changed since; and where the engine has no time for the question, of last night too: the answer names its data. */
  async function groupsOf(region: string): Promise<Groups> {
    const kept = await findInput(db, region)
    const resident = await engines.resident()
    if (kept?.dataVersion === resident.dataVersion) return { ...kept, resident }
    return ask(region).catch((error: unknown) => {
      if (!(error instanceof Busy) || !kept || clock.now() - kept.madeAt > freshMs) throw error
      return { ...kept, resident }
    })
  }

  return {
    regionsToPrepare: () => regionsWithPeople(db),
    async prepare(region, signal) {
      const { resident: _, ...input } = await ask(region, signal)
      return { write: (inside) => putInput(inside, region, input), people: input.people }
    },

    async list(actor, organisation) {
      await open(actor, 'choice.read', organisation)
      return actAs(db, actingAs(actor), (inside) => listScenarios(inside, organisation))
    },

    async seniorHoursLeft(actor, organisation) {
      await open(actor, 'choice.read', organisation)
      const { children } = await parts.organisations.ties(organisation)
      return parts.seniorHours.leftAt([organisation, ...children.map(({ id }) => id)], todayInAmsterdam(clock.now()))
    },

    async ask(actor, organisation, name, given) {
      await open(actor, 'choice.change', organisation)
      const asked = read(given)
      if (!regions.find(asked.region)) throw new Invalid('region', `There is no region "${asked.region}".`)
      const called = name.trim().slice(0, 80)
      const refuseWhenFull = async () => {
        const there = await actAs(db, actingAs(actor), (inside) => countScenarios(inside, organisation))
        if (there >= mostScenarios) throw new ChoiceRefused('full')
      }
      await refuseWhenFull()
      const { finding, people, dataVersion, resident } = await groupsOf(asked.region)
      if (!finding.counted) throw new ChoiceRefused('tooFew')
      const candidates = candidatesOf(finding.offerings, asked, resident)
      const answer = await solver.ask((solve) => workOut({ candidates, found: finding, asked }, solve, () => performance.now()))
      const scenario: Scenario = {
        ...{ id: ids.next(), organisation, asked, madeAt: clock.now() },
        name: called === '' ? (regions.find(asked.region)?.name ?? asked.region) : called,
        answer: {
          ...answer,
          people,
          jobs: finding.low.jobs.reduce((sum, { jobs }) => sum + jobs, 0),
          dataVersion,
        },
      }
      await actAs(db, actingAs(actor), (inside) => addScenario(inside, scenario))
      return scenario
    },

    async remove(actor, organisation, id) {
      await open(actor, 'choice.change', organisation)
      const wasThere = await actAs(db, actingAs(actor), (inside) => removeScenario(inside, organisation, id))
      if (!wasThere) throw new NotFound('scenario', id)
    },

    close: () => solver.close(),
  }
}

/** @throws Invalid, naming each field that cannot be used */
function read(given: unknown): AskedChoice {
  const result = askedChoiceSchema.safeParse(given)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }))
  throw new Invalid(problems[0]?.where ?? 'form', problems[0]?.message ?? 'This cannot be used.', problems)
}
