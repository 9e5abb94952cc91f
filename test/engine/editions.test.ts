import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Crowd,
  crowds,
  type Edition,
  EditionBuilder,
  EditionKeeper,
  EditionReader,
  type Reading,
  type WorldChanges,
} from '../../src/engine/editions/index.ts'
import type { Person } from '../../src/engine/matching/index.ts'
import type { Engine, World } from '../../src/engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

/** What may happen between two questions. Numbers choose among what there is. */
type Step = Change | PeopleStep | { readonly kind: 'nextWeek' | 'newReader' | 'restart' | 'mergeSome' | 'ask' }

interface Change {
  readonly kind: 'put' | 'remove'
  readonly what: 'vacancies' | 'offerings'
  readonly which: number
  readonly like: number
}

interface PeopleStep {
  readonly kind: 'join' | 'leave'
  readonly crowd: Crowd
  readonly which: number
  readonly like: number
}

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('put' as const, 'remove' as const),
      what: fc.constantFrom('vacancies' as const, 'offerings' as const),
      which: fc.nat(12),
      like: fc.nat(50),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('join' as const, 'leave' as const),
      crowd: fc.constantFrom('people' as const, 'found' as const),
      which: fc.nat(12),
      like: fc.nat(50),
    }),
  },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'mergeSome' }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Step[]>({ kind: 'ask' }, { kind: 'newReader' }, { kind: 'nextWeek' }, { kind: 'restart' }),
  },
)

/** The rows as they should be, told apart from how the engine holds them. */
class Rows {
  readonly from: World
  readonly vacancies = new Map<string, World['vacancies'][number]>()
  readonly offerings = new Map<string, World['offerings'][number]>()
  readonly people = new Map<string, Person>()
  readonly found = new Map<string, Person>()
  readonly pool: readonly Person[]
  thisWeek: number

  constructor(from: World, pool: readonly Person[]) {
    this.from = from
    this.pool = pool
    for (const [at, one] of pool.entries()) (at % 2 === 0 ? this.people : this.found).set(one.id, one)
    this.thisWeek = from.settings.thisWeek
    // Half of the world is there from the beginning; the other half may come.
    for (const [at, one] of from.vacancies.entries()) if (at % 2 === 0) this.vacancies.set(one.id, one)
    for (const [at, one] of from.offerings.entries()) if (at % 2 === 0) this.offerings.set(one.id, one)
  }

  world(): World {
    const { from, thisWeek } = this
    return {
      ...from,
      vacancies: [...this.vacancies.values()],
      offerings: [...this.offerings.values()],
      settings: { ...from.settings, thisWeek },
    }
  }

  /** Ids of the world, and one that never was. */
  idsOf(what: 'vacancies' | 'offerings'): string[] {
    return [...this.from[what].map(({ id }) => id), 'NEW']
  }

  /** One id gets what another one says, or leaves. */
  change(step: Change): WorldChanges {
    const { kind, what, which, like } = step
    const ids = this.idsOf(what)
    const id = ids[which % ids.length] as string
    const rows: Map<string, unknown> = this[what]
    if (kind === 'remove') {
      rows.delete(id)
      return { [what]: { put: [], removed: [id] } }
    }
    const all: readonly { readonly id: string; readonly job?: string; readonly carriedBy?: string }[] = this.from[what]
    const from = all[like % all.length]
    if (!from) return {}
    // Who carries a job, and which job that is, are said on both sides: neither is taken over from another row.
    const { job: _job, carriedBy: _carriedBy, ...said } = from
    const { job, carriedBy } = all.find((one) => one.id === id) ?? { job: undefined, carriedBy: undefined }
    const put = { ...said, id, ...(job !== undefined && { job }), ...(carriedBy !== undefined && { carriedBy }) }
    rows.set(id, put)
    return { [what]: { put: [put], removed: [] } }
  }

  /** Somebody joins, or says something else; or leaves. */
  changePeople({ kind, crowd, which, like }: PeopleStep): WorldChanges {
    const id = [...this.pool.map((one) => one.id), 'NEW'][which % (this.pool.length + 1)] as string
    if (kind === 'leave') {
      this[crowd].delete(id)
      return { [crowd]: { put: [], removed: [id] } }
    }
    const put = { ...(this.pool[like % this.pool.length] as Person), id }
    this[crowd].set(id, put)
    return { [crowd]: { put: [put], removed: [] } }
  }
}

const clone = structuredClone

/** One who keeps and one who reads, as two threads would; `rows` says what should be true. */
class Kept {
  readonly rows: Rows
  #keeper: EditionKeeper
  #reader: EditionReader
  #merging: Generator<void, Edition | undefined> | undefined

  constructor(rows: Rows) {
    this.rows = rows
    this.#keeper = builtOf(rows.world())
    for (const crowd of crowds) {
      const people = this.#keeper.gatherPeople(crowd)
      people.add(rows[crowd].values())
      people.done()
    }
    this.#reader = this.#newReader()
  }

  get reading(): Reading {
    return this.#reader.reading
  }

  do(step: Exclude<Step, { readonly kind: 'ask' }>): void {
    if (step.kind === 'newReader') this.#reader = this.#newReader()
    else if (step.kind === 'restart') {
      this.#merging = undefined
      this.#keeper = EditionKeeper.from(clone(this.#keeper.whole()))
      this.#reader = this.#newReader()
    } else if (step.kind === 'mergeSome') this.#mergeSome()
    else if (step.kind === 'nextWeek') {
      this.rows.thisWeek++
      this.#change({ settings: this.rows.world().settings })
    } else if ('what' in step) this.#change(this.rows.change(step))
    else if ('which' in step) this.#change(this.rows.changePeople(step))
  }

  #newReader(): EditionReader {
    return new EditionReader(clone(this.#keeper.whole()))
  }

  #change(changes: WorldChanges): void {
    this.#reader.take(clone(this.#keeper.change(changes)))
  }

  /** A row of the people; the next step may come in between. */
  #mergeSome(): void {
    this.#merging ??= this.#keeper.mergePeople(1)
    const step = this.#merging.next()
    if (!step.done) return
    this.#merging = undefined
    if (step.value) this.#reader.take(clone(step.value))
  }
}

function builtOf({ skills, occupations, settings, vacancies, offerings }: World): EditionKeeper {
  const builder = new EditionBuilder({ skills, occupations }, settings)
  builder.addVacancies(vacancies)
  builder.addOfferings(offerings)
  return builder.done()
}

/** A question of each kind. */
function answersOf(engine: Engine, person: Person, { vacancies, offerings }: World): unknown {
  return {
    judged: vacancies.map(({ id }) => engine.judge(person, id)),
    matches: engine.matches(person),
    inOccupation: engine.matches(person, { goal: { occupations: ['O0'] } }),
    doors: engine.doors(person),
    plans: engine.plansTo(person, {}, 'balanced'),
    best: engine.bestList(person, 'soonest', 3),
    asks: engine.asks(person, {}),
    singles: engine.smallestChanges(person).singles,
    questions: engine.goodQuestions(person),
    opens: engine.opens(
      person,
      offerings
        .filter(({ askFirst }) => askFirst !== true)
        .map(({ id }) => id)
        .slice(0, 1),
      {},
    ),
  }
}

const runs = Number(process.env.SCHAKEL_WORLDS ?? 240)

for (const style of styleNames) {
  test(`whatever happens, in whatever order, answers are those of the rows as they are: ${style}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomWorld(style), fc.array(anyStep, { maxLength: 20 }), ({ world, people, pool }, steps) => {
        const rows = new Rows(world, pool)
        const kept = new Kept(rows)
        const ask = (): void => {
          const now = rows.world()
          const twin = createTwin(now)
          const { engine, pool: counted, found } = kept.reading
          for (const person of people.slice(0, 2)) expect(answersOf(engine, person, now)).toEqual(answersOf(twin, person, now))
          expect([counted?.size, found?.size]).toEqual([rows.people.size, rows.found.size])
          for (const { id } of now.vacancies.slice(0, 3)) {
            const all = [...rows.people.values()]
            expect(engine.poolEffect(id, counted ?? [])).toEqual(twin.poolEffect(id, all))
            expect(engine.peopleFor(id, counted ?? [])).toEqual(twin.peopleFor(id, all))
            expect(engine.peopleFor(id, found ?? [])).toEqual(twin.peopleFor(id, [...rows.found.values()]))
          }
        }
        for (const step of steps) {
          if (step.kind === 'ask') ask()
          else kept.do(step)
        }
        ask()
      }),
      { numRuns: Math.ceil(runs / styleNames.length), seed: 20270211 },
    )
  })
}

test('many changes in one edition are the same as one after another', () => {
  fc.assert(
    fc.property(randomWorld(styleNames[0] as (typeof styleNames)[number]), ({ world, people }) => {
      const [half, rest] = [world.vacancies.slice(0, 2), world.vacancies.slice(2)]
      const keeper = builtOf({ ...world, vacancies: half })
      const reader = new EditionReader(keeper.whole())
      const gone = half.slice(0, 1).map(({ id }) => id)
      reader.take(keeper.change({ vacancies: { put: rest, removed: gone } }))
      const now = { ...world, vacancies: [...half.slice(1), ...rest] }
      const whole = new EditionReader(builtOf(now).whole())
      for (const person of people)
        expect(answersOf(reader.reading.engine, person, now)).toEqual(answersOf(whole.reading.engine, person, now))
    }),
    { numRuns: 50, seed: 20270212 },
  )
})

test('an edition is taken by whoever read the one before it, and by nobody else', () => {
  fc.assert(
    fc.property(randomWorld(styleNames[0] as (typeof styleNames)[number]), ({ world }) => {
      const keeper = builtOf(world)
      const early = new EditionReader(keeper.whole())
      const second = keeper.change({})
      const late = new EditionReader(keeper.whole())
      const third = keeper.change({})
      expect(() => early.take(third)).toThrow('here stands 1')
      expect(() => late.take(second)).toThrow('here stands 2')
      expect(late.take(third).number).toBe(3)
      expect(() => new EditionReader(third)).toThrow('not whole')
    }),
    { numRuns: 1 },
  )
})
