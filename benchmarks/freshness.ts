/**
 * How long until what is written is in the answers: `npm run bench freshness [vacancies] [folder of a database]`; without them a demo world of 4,000
 * vacancies in memory. A vacancy is published, changed and withdrawn, and a person joins and leaves the pool, again and again, while questions go on;
 * milliseconds from the end of the write to the first answer that shows it, middle and most.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createModules } from '../src/modules/index.ts'
import { createIds, createLog, migrate, openDatabase, systemClock } from '../src/platform/index.ts'

const [vacancies = '4000', folder] = process.argv.slice(2)
const times = 15
const log = createLog('warn')
const db = await openDatabase(folder ? { kind: 'pglite', folder } : { kind: 'pglite' }, log)
await migrate(db)
const engines = { workers: 1, waiting: 20, milliseconds: 60_000 }
const modules = await createModules({ db, clock: systemClock, ids: createIds(systemClock), log, engines })
await modules.skills.loadStarter(new URL('../data/vocabulary', import.meta.url).pathname)
await modules.rules.load()
if (!folder) {
  const count = Number(vacancies)
  await modules.demo.reset({ size: { vacancies: count, programmes: 150, offerings: 600, people: count * 2 } })
}
const { planning, poolEffects, people } = modules
const asked = { profile: { occupations: [], answers: {} }, language: 'en' as const }
await planning.matches(asked)
const { items } = await modules.vacancies.list({ limit: 1 })
const [like] = items
if (!like) throw new Error('there is a vacancy')
const put = { ...like, id: 'freshness' }
const isOpen = (): Promise<boolean> =>
  planning.whyNot(asked, put.id).then(
    () => true,
    () => false,
  )
const skills = async (): Promise<number> => (await planning.whyNot(asked, put.id)).skills.length
const dataOf = async (): Promise<string> => (await poolEffects.effect({ vacancy: like.id, language: 'en' })).basis.data
const everybody = { id: 'freshness', demo: false, profile: asked.profile }

await show('a vacancy published', async () => {
  await modules.vacancies.insertMany([put])
  return isOpen
})
await show('a vacancy changed', async (turn) => {
  await modules.vacancies.insertMany([{ ...put, requirements: turn % 2 === 0 ? [] : put.requirements }])
  return async () => ((await skills()) === 0) === (turn % 2 === 0)
})
await show('a vacancy withdrawn', async () => {
  await modules.vacancies.insertMany([{ ...put, state: 'withdrawn' }])
  return async () => !(await isOpen())
})
await show('a person joins or leaves the pool', async (turn) => {
  const before = await dataOf()
  await (turn % 2 === 0 ? people.putInPool([everybody]) : people.leavePool([everybody.id]))
  return async () => (await dataOf()) !== before
})
await modules.engines.close()
await db.close()

/** `write` gives what is true once its write is in the answers. */
async function show(name: string, write: (turn: number) => Promise<() => Promise<boolean>>): Promise<void> {
  const took: number[] = []
  for (let turn = 0; turn < times; turn++) {
    // Publishing and withdrawing need the opposite first.
    if (name === 'a vacancy published')
      await settled(
        () => modules.vacancies.insertMany([{ ...put, state: 'withdrawn' }]),
        async () => !(await isOpen()),
      )
    if (name === 'a vacancy withdrawn') await settled(() => modules.vacancies.insertMany([put]), isOpen)
    const isSeen = await write(turn)
    const began = performance.now()
    while (!(await isSeen())) await nextTurn()
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  console.log(`${name}: ${Math.round(took[times >> 1] ?? 0)} / ${Math.round(took.at(-1) ?? 0)}`)
}

async function settled(write: () => Promise<void>, isSeen: () => Promise<boolean>): Promise<void> {
  await write()
  while (!(await isSeen())) await nextTurn()
}
