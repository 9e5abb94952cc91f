/**
 * How long *who needs this training* takes in an engine, and *curriculum against demand*:
 * `node benchmarks/waiting.ts [--people 100000] [--vacancies 120000] [--trainings 20]`. Each training is asked of the whole country and of the
 * labour-market region with most vacancies.
 */
import { EditionBuilder, EditionReader } from '../src/engine/editions/index.ts'
import { find, holdReading } from '../src/modules/engines/index.ts'
import { openWorld, type RowWorld } from './worlds/index.ts'

function option(name: string, preset: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? preset : Number(process.argv[at + 1])
}

const [people, vacancies, trainings] = [option('people', 100_000), option('vacancies', 120_000), option('trainings', 20)]
const world = openWorld('realistic', String(vacancies)) as RowWorld
const builder = new EditionBuilder(world, world.settings)
builder.addOfferings(world.offerings())
builder.addVacancies(world.vacancies())
const keeper = builder.done()
const reader = new EditionReader(keeper.whole())
const gathering = keeper.gatherPeople('people')
for (const one of world.people(people, 1)) gathering.add([one])
reader.take(gathering.done())
const held = holdReading(reader.reading)

const regions = new Map<string, number>()
for (const { region } of world.vacancies()) if (region) regions.set(region, (regions.get(region) ?? 0) + 1)
const largest = [...regions].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
const offerings = [...world.offerings()].filter(({ id }) => held.offers(id))

for (const [name, goal] of [['country', {}] as const, [`region ${largest}`, { regions: [largest] }] as const]) {
  const took = { waiting: [] as number[], curriculum: [] as number[], lookedAt: [] as number[], opens: [] as number[] }
  for (let at = 0; at < trainings; at++) {
    const offering = offerings[Math.floor((at * offerings.length) / trainings)]
    if (!offering) continue
    const began = performance.now()
    const waiting = find(held, { kind: 'waiting', training: offering.id, goal })
    const between = performance.now()
    find(held, { kind: 'curriculum', outcomes: offering.outcomes, goal })
    took.waiting.push(between - began)
    took.curriculum.push(performance.now() - between)
    took.lookedAt.push(waiting?.counted ? waiting.otherEnd.lookedAt : 0)
    took.opens.push(waiting?.counted ? waiting.otherEnd.opens : 0)
  }
  const at = (values: number[], share: number): string =>
    values.sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]?.toFixed(0) ?? ''
  for (const [what, values] of Object.entries(took))
    console.log(`${name}, ${what}: half within ${at(values, 0.5)}, 95 of 100 within ${at(values, 0.95)}, most ${at(values, 1)}`)
}
