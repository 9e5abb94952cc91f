/**
 * The promise for the demo world: any plan query within 300 ms at p95. Builds the demo world in memory and asks for 60 people
 * of its pool, an ICT occupation each; `npm run bench demo`. One thread; milliseconds.
 */
import { createEngine } from '../src/engine/planning/index.ts'
import { createModules } from '../src/modules/index.ts'
import { worldOf } from '../src/modules/matching/index.ts'
import { toEnginePerson } from '../src/modules/people/index.ts'
import { createIds, createLog, migrate, openDatabase, systemClock } from '../src/platform/index.ts'

const targetMs = 300
const peopleAsked = 60

const log = createLog('silent')
const db = await openDatabase({ kind: 'pglite' }, log)
await migrate(db)
const modules = await createModules({ db, clock: systemClock, ids: createIds(systemClock), log })
await modules.skills.loadStarter(new URL('../data/vocabulary', import.meta.url).pathname)
await modules.rules.load()
await modules.demo.reset()
const resident = await modules.residents.current()
const { catalogue } = resident
const engine = createEngine(await worldOf(modules.engineSource.rows(resident)))
const occupations = catalogue.ictOccupations('en').map(({ id }) => id)
const vacancyIds = (await modules.vacancies.allPublished()).map(({ id }) => id)
const pool = await modules.people.listPool()
const people = Array.from({ length: peopleAsked }, (_, index) => {
  const { id, profile } = pool[(index * 331) % pool.length] as (typeof pool)[number]
  return toEnginePerson(id, profile, (place) => modules.regions.findPlace(place)?.at)
})

type Person = (typeof people)[number]
const questions: Record<string, (person: Person, index: number) => unknown> = {
  matches: (person) => engine.matches(person),
  'plans to an occupation': (person, index) =>
    engine.plansTo(person, { occupations: [occupations[index % occupations.length] ?? ''] }, 'balanced'),
  'plans to a vacancy': (person, index) =>
    engine.plansTo(person, { vacancies: [vacancyIds[(index * 37) % vacancyIds.length] ?? ''] }, 'balanced'),
  doors: (person) => engine.doors(person),
  'best list': (person) => engine.bestList(person, 'balanced'),
  'single changes': (person) => engine.singleChanges(person),
  'good question': (person) => engine.goodQuestions(person),
}

for (const [name, ask] of Object.entries(questions)) {
  const times = people
    .map((person, index) => {
      const from = performance.now()
      ask(person, index)
      return performance.now() - from
    })
    .sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0
  const verdict = at(0.95) <= targetMs ? 'ok' : `misses ${targetMs}`
  console.log(
    `${name.padEnd(24)} p50 ${at(0.5).toFixed(1).padStart(7)}  p95 ${at(0.95).toFixed(1).padStart(7)}  max ${at(1).toFixed(1).padStart(7)}  ${verdict}`,
  )
}
await db.close()
