/**
 * How long a list of found people takes in an engine: `node benchmarks/found.ts [--people 100000] [--vacancies 6000] [--lists 40]`.
 * A list is `peopleFor`, then `peopleShown` of fifty who fit and of a hundred who are near, as the module asks them.
 */
import { EditionBuilder, EditionReader } from '../src/engine/editions/index.ts'
import type { Person } from '../src/engine/matching/index.ts'
import { find, holdReading } from '../src/modules/engines/index.ts'
import { openWorld, type RowWorld } from './worlds/index.ts'

function option(name: string, preset: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? preset : Number(process.argv[at + 1])
}

const [people, vacancies, lists] = [option('people', 100_000), option('vacancies', 6_000), option('lists', 40)]
const world = openWorld('realistic', String(vacancies)) as RowWorld
const builder = new EditionBuilder(world, world.settings)
builder.addOfferings(world.offerings())
builder.addVacancies(world.vacancies())
const keeper = builder.done()
const reader = new EditionReader(keeper.whole())
/** As text, as a record has them: a hundred thousand objects on the heap would be measured too. */
const found = new Map<string, string>()
const gathering = keeper.gatherPeople('found')
for (const one of world.people(people, 1)) {
  gathering.add([one])
  found.set(one.id, JSON.stringify(one))
}
reader.take(gathering.done())
const held = holdReading(reader.reading)

const all = [...world.vacancies()]
const took: {
  readonly list: number
  readonly shown: number
  readonly now: number
  readonly near: number
  readonly trained: number
}[] = []
for (let at = 0; at < lists; at++) {
  const vacancy = all[Math.floor((at * all.length) / lists)]?.id ?? ''
  const began = performance.now()
  const list = find(held, { kind: 'peopleFor', vacancy, limits: { now: 400, near: 400 } })
  const between = performance.now()
  const persons = (some: readonly { readonly person: string }[] = [], most: number): Person[] =>
    some.slice(0, most).map(({ person }) => JSON.parse(found.get(person) ?? '') as Person)
  const asked = { now: persons(list?.now, 50), near: persons(list?.near, 100) }
  const again = performance.now()
  const shown = find(held, { kind: 'peopleShown', vacancy, ...asked, most: 51 })
  took.push({
    ...{ list: between - began, shown: performance.now() - again },
    ...{ now: list?.now.length ?? 0, near: list?.near.length ?? 0, trained: shown?.oneTraining.length ?? 0 },
  })
}

const at = (values: number[], share: number): string =>
  `${values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]?.toFixed(0)} ms`
for (const part of ['list', 'shown'] as const) {
  const values = took.map((one) => one[part])
  console.log(`${part}: half within ${at(values, 0.5)}, 95 of 100 within ${at(values, 0.95)}, most ${at(values, 1)}`)
}
const both = took.map(({ list, shown }) => list + shown)
console.log(`together: half within ${at(both, 0.5)}, 95 of 100 within ${at(both, 0.95)}, most ${at(both, 1)}`)
const mean = (of: (one: (typeof took)[number]) => number): string =>
  (took.reduce((sum, one) => sum + of(one), 0) / took.length).toFixed(1)
console.log(
  `on average ${mean(({ now }) => now)} fit, ${mean(({ near }) => near)} near, ${mean(({ trained }) => trained)} trained of 100 looked at`,
)
