/**
 * What it costs to keep an engine current: `npm run bench editions [world] [size]`; without them the realistic world at national size. Builds a keeper and
 * a reader, then puts changes in again and again, each a new edition that the reader takes; then a snapshot and back. Milliseconds, middle and
 * most of twenty.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EditionBuilder, EditionKeeper, EditionReader, type WorldChanges } from '../src/engine/editions/index.ts'
import { openSnapshots, saveSnapshots } from '../src/modules/engines/snapshots/keeper-snapshots.ts'
import { openWorld } from './worlds/index.ts'

const [worldName = 'realistic', size = 'national'] = process.argv.slice(2)
const times = 20
const world = openWorld(worldName as 'realistic', size as 'national')
if (typeof world === 'string') throw new Error(world)
const { skills, occupations, settings } = world
const [vacancies, offerings, people] = [[...world.vacancies()], [...world.offerings()], [...world.people()]]
console.log(`${worldName}, ${size}: ${vacancies.length} vacancies, ${offerings.length} offerings, ${people.length} people`)

const builder = timed('vacancies into columns', () => {
  const made = new EditionBuilder({ skills, occupations }, settings)
  made.addOfferings(offerings)
  made.addVacancies(vacancies)
  return made
})
const keeper = timed('the first edition', () => builder.done())
timed('people into an index', () => {
  const gathering = keeper.gatherPeople()
  gathering.add(people)
  gathering.done()
})
const reader = timed('an engine of a whole edition', () => new EditionReader(structuredClone(keeper.whole())))

let turn = 0
const pick = <T>(rows: readonly T[], step: number): T => rows[(turn * step + 13) % rows.length] as T
const kinds: Record<string, () => WorldChanges> = {
  'one vacancy changed': () => ({
    vacancies: { put: [{ ...pick(vacancies, 7919), wageCents: [2000 + turn, 3000] }], removed: [] },
  }),
  'one vacancy new, one gone': () => ({
    vacancies: { put: [{ ...pick(vacancies, 104_729), id: `new ${turn}` }], removed: [pick(vacancies, 1_299_709).id] },
  }),
  'a hundred vacancies changed': () => ({
    vacancies: {
      put: Array.from({ length: 100 }, (_, at) => ({
        ...(vacancies[(turn * 100 + at * 997) % vacancies.length] as (typeof vacancies)[0]),
      })),
      removed: [],
    },
  }),
  'a demand that nobody asked before': () => ({
    vacancies: {
      put: [{ ...pick(vacancies, 31), requirements: [{ skill: `skill ${turn}`, weight: 'essential', level: 3 }] }],
      removed: [],
    },
  }),
  'one offering changed': () => ({ offerings: { put: [{ ...pick(offerings, 17), feeEuro: 100 + turn }], removed: [] } }),
  'one person changed, one gone': () => ({ people: { put: [pick(people, 23)], removed: [pick(people, 1009).id] } }),
}
for (const [name, changes] of Object.entries(kinds)) {
  const took: { keeping: number; reading: number }[] = []
  for (let at = 0; at < times; at++) {
    turn++
    const began = performance.now()
    const edition = keeper.change(changes())
    const kept = performance.now()
    reader.take(structuredClone(edition))
    took.push({ keeping: kept - began, reading: performance.now() - kept })
  }
  console.log(
    `${name}: keeping ${middleAndMost(took.map(({ keeping }) => keeping))}, reading ${middleAndMost(took.map(({ reading }) => reading))}`,
  )
}

const folder = await mkdtemp(join(tmpdir(), 'schakel-editions-'))
const place = { folder, fits: { record: 'r', program: 'p', transferModel: settings.transfer.version, skills: 1 } }
await timedAsync('a snapshot written', () => saveSnapshots(place, keeper.whole(), { revisions: { skills: 1 }, settings }))
for (const part of ['world', 'people']) {
  console.log(`  ${part}: ${((await stat(join(folder, `${part}.snapshot`))).size / 1e6).toFixed(1)} MB`)
}
const opened = await timedAsync('a snapshot read', () => openSnapshots(place))
const { world: whole, people: counted } = opened
if (!whole || !counted) throw new Error(opened.refused.join('\n'))
const again = timed('a keeper of it', () => {
  const made = EditionKeeper.from(whole)
  made.takePeople(counted)
  return made
})
timed('an engine of it', () => new EditionReader(structuredClone(again.whole())))
await rm(folder, { recursive: true })

function timed<T>(name: string, work: () => T): T {
  const began = performance.now()
  const result = work()
  console.log(`${name}: ${Math.round(performance.now() - began)}`)
  return result
}

async function timedAsync<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.log(`${name}: ${Math.round(performance.now() - began)}`)
  return result
}

function middleAndMost(list: readonly number[]): string {
  const sorted = [...list].sort((a, b) => a - b)
  return `${Math.round(sorted[sorted.length >> 1] ?? 0)} / ${Math.round(sorted.at(-1) ?? 0)}`
}
