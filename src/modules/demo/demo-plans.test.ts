import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import type { Person } from '../../engine/matching/index.ts'
import { createEngine, type ExplainingEngine, type Goal, type Plan } from '../../engine/planning/index.ts'
import { transferModel } from '../../engine/taxonomy/index.ts'
import { type Database, type DateText, weekOfDate } from '../../platform/index.ts'
import { toEnginePerson } from '../people/index.ts'
import { createRegions, type RegionsService } from '../regions/index.ts'
import { createRules, type RulesService } from '../rules/index.ts'
import { type Catalogue, createSkills } from '../skills/index.ts'
import { toEngineOffering } from '../trainings/index.ts'
import { toEngineVacancy } from '../vacancies/index.ts'
import { readDemand } from './demo-occupations.ts'
import { readPlaceWeights } from './demo-places.ts'
import { demoSize } from './demo-size.ts'
import { demoSeed, demoWorld } from './demo-world.ts'
import { readExampleProfiles } from './example-profiles.ts'

const clock = { now: () => Date.parse('2026-11-25T10:00:00Z') }
const occupationsTried = ['servicedesk-employee', 'system-administrator-junior', 'soc-analyst'].map(
  (id) => `schakel:occupation/${id}`,
)
const ids = { next: () => 'id', token: () => 'token' }

interface Shared {
  readonly catalogue: Catalogue
  readonly regions: RegionsService
  readonly rules: RulesService
}

let db: Database
let shared: Shared

beforeAll(async () => {
  db = await freshDatabases()[0]!.open()
  const skills = createSkills({ db, clock, ids, log: silentLog })
  await skills.loadStarter('data/vocabulary')
  const rules = createRules({ db })
  await rules.load()
  shared = { catalogue: await skills.catalogue(), regions: await createRegions({ db, ids, clock }), rules }
})
afterAll(() => db.close())

async function engineOn(today: DateText): Promise<ExplainingEngine> {
  const { catalogue, regions, rules } = shared
  const world = await demoWorld({
    seed: demoSeed,
    today,
    size: { ...demoSize, people: 0 },
    catalogue,
    municipalities: regions.municipalities(),
    placeWeights: await readPlaceWeights(),
    demand: await readDemand(),
  })
  const programmes = new Map(world.programmes.map((programme) => [programme.id, programme]))
  return createEngine({
    skills: catalogue.engineSkills(),
    occupations: catalogue.engineOccupations(),
    vacancies: world.vacancies.map(toEngineVacancy),
    offerings: world.offerings.map((offering) => toEngineOffering(programmes.get(offering.programme)!, offering)),
    settings: { thisWeek: weekOfDate(today), transfer: transferModel, ...(await rules.settings(today)) },
  })
}

/** The examples must be followable on any day the demo is reset, not on one lucky day. */
describe.each(['2026-11-25', '2027-06-14'])('the example people on %s', (today) => {
  let engine: ExplainingEngine
  let people: ReadonlyMap<string, { readonly person: Person; readonly goal?: Goal }>

  beforeAll(async () => {
    engine = await engineOn(today)
    people = new Map(
      (await readExampleProfiles(today)).map(({ id, profile }) => {
        const person = toEnginePerson('you', profile, (place) => shared.regions.findPlace(place)?.at)
        return [id, { person, ...(profile.goal?.occupations ? { goal: { occupations: profile.goal.occupations } } : {}) }]
      }),
    )
  })

  /** What the plans page would show: plans to the goal, or the best list. */
  function plansOf(id: string): readonly Plan[] {
    const { person, goal } = people.get(id)!
    if (goal) return engine.plansTo(person, goal, 'balanced').groups.map((group) => group.best)
    return engine.bestList(person, 'balanced').map((best) => best.plan)
  }

  test.each(['administration-ends', 'leaving-mbo', 'biology-graduate', 'administrator-to-security'])(
    '%s sees at least three plans that differ in kind or path',
    (id) => {
      const plans = plansOf(id).filter((plan) => plan.certain)
      const different = new Set(plans.map((plan) => `${plan.kind} ${plan.path.join(' ')}`))
      expect(different.size).toBeGreaterThanOrEqual(3)
    },
  )

  test.each(['returning-part-time', 'newcomer-with-software-work'])('%s sees at least one plan', (id) => {
    expect(plansOf(id).length).toBeGreaterThan(0)
  })

  test('doors open for everybody', () => {
    for (const { person } of people.values()) expect(engine.doors(person).front.length).toBeGreaterThan(0)
  })

  test('all four kinds of plan occur among the examples', () => {
    const kinds = new Set<string>()
    for (const { person } of people.values()) {
      const plans = engine.allPlans(person, { occupations: occupationsTried }).certain
      for (const plan of plans) kinds.add(plan.kind)
    }
    expect([...kinds].sort()).toEqual(['direct', 'dual', 'hireThenTrain', 'trainThenHire'])
  })
})
