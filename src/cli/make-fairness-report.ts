import { EditionBuilder, EditionReader } from '../engine/editions/index.ts'
import { knobs } from '../engine/planning/index.ts'
import { type FairnessReport, makeFairnessReport } from '../modules/fairness/index.ts'
import { createModules } from '../modules/index.ts'
import { worldOf } from '../modules/matching/index.ts'
import { confirmProposal, type Profile, profileSchema, toEnginePerson } from '../modules/people/index.ts'
import { type Clock, createIds, createLog, migrate, openDatabase } from '../platform/index.ts'

/** One day and one seed, so that the report is the same on every machine and every day. */
const day = '2026-11-25'
const usualSeed = 'schakel fairness 1'
const size = { vacancies: 260, programmes: 40, offerings: 100, people: 160 }
const noon = Date.parse(`${day}T12:00:00Z`)

type Parts = Parameters<typeof makeFairnessReport>[0]

/**
 * The fairness report, with the engine, the profile and the reader of CVs that the product uses.
 * @param seed of the made-up world. Left out: that of the report which ships
 */
export function fairnessReport(seed = usualSeed): Promise<FairnessReport> {
  return onFairnessWorld(makeFairnessReport, seed)
}

/** All that the report is made of, on a demo world of its own in memory: no record is opened and nothing is kept. */
export async function onFairnessWorld<T>(work: (parts: Parts) => Promise<T>, seed = usualSeed): Promise<T> {
  const clock: Clock = { now: () => noon }
  const log = createLog('silent')
  const db = await openDatabase({ kind: 'pglite' }, log)
  await migrate(db)
  // No folder with a model of somebody's own: the one that ships.
  const modules = await createModules({ db, clock, ids: createIds(clock), log, reading: { trainedFolder: '' } })
  try {
    await modules.skills.loadStarter(new URL('../../data/vocabulary', import.meta.url).pathname)
    await modules.rules.load()
    await modules.demo.reset({ seed, today: day, size })
    const resident = await modules.residents.current()
    const { catalogue } = resident
    const { skills, occupations, settings, offerings, vacancies } = await worldOf(modules.engineSource.rows(resident))
    const builder = new EditionBuilder({ skills, occupations }, settings)
    builder.addOfferings(offerings)
    builder.addVacancies(vacancies)
    const { engine } = new EditionReader(builder.done().whole()).reading
    return await work({
      made: {
        command: 'schakel fairness --json',
        ...{ seed, day, taxonomy: catalogue.version },
        weights: `${resident.transferModel}, ${knobs.version}`,
      },
      engine,
      // A job that a training carries is in no list of jobs.
      vacancies: vacancies.filter(({ carriedBy }) => carriedBy === undefined).map(({ id }) => id),
      people: await demoPeople(modules),
      toPerson: (profile) => toEnginePerson('somebody', profile, (place) => modules.regions.findPlace(place)?.at),
      takesField: (field) => profileSchema.safeParse({ [field]: 'something' }).success,
      async readCv(text) {
        const opened = await modules.people.openCv({ text }, catalogue)
        return confirmProposal(await modules.people.readOpenedCv(opened, catalogue))
      },
      labelOf: (concept) => catalogue.label(concept, 'nl'),
    })
  } finally {
    await modules.engines.close()
    await modules.texts?.close()
    await db.close()
  }
}

/** The example people first, then those of the statistics pool; by id, so that the order is always the same. */
async function demoPeople(modules: Awaited<ReturnType<typeof createModules>>): Promise<Profile[]> {
  const [examples, pool] = await Promise.all([modules.demo.profiles(), modules.people.listPool()])
  const inOrder = [...pool].sort((a, b) => (a.id < b.id ? -1 : 1))
  return [...examples, ...inOrder].map(({ profile }) => profile)
}
