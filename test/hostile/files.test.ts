import { afterAll, beforeAll, expect, test } from 'vitest'
import { honestOpening, honestPosting, honestVacancyRow } from './honest-records.ts'
import { honestTrainingRow, honestTrainings } from './honest-trainings.ts'
import { tell } from './hostile-case.ts'
import { type FileFamilyName, fileFamilies } from './importers.ts'
import { fingerprintOf, runFile } from './run-files.ts'
import { type HostileWorld, hostileWorld } from './serve-hostile.ts'

let world: HostileWorld
let before: string

beforeAll(async () => {
  world = await hostileWorld()
  before = await fingerprintOf(world.db)
})
afterAll(() => world?.close())

const filesEach = 45
/** A CV is read in a process of its own, which takes its time. */
const fewer: Partial<Record<FileFamilyName, number>> = { cv: 20, esco: 30 }
const families = (Object.keys(fileFamilies) as FileFamilyName[]).map((family) => [family, fewer[family] ?? filesEach] as const)

/** The seeds are fixed, so that the same files are made everywhere; `npm run hostile` takes others. */
test.each(families)(
  '%s: each of %d bad files ends in a report or a clear refusal',
  async (family, count) => {
    const told: string[] = []
    for (let seed = 1; seed <= count; seed++) {
      const fault = await runFile(world, family, seed, before)
      if (fault) told.push(tell(fault))
    }
    expect(told.join('\n')).toBe('')
  },
  120_000,
)

const csvOf = (row: Readonly<Record<string, string>>): string =>
  `${Object.keys(row).join(';')}\n${Object.values(row)
    .map((cell) => `"${cell}"`)
    .join(';')}`

/** Else a spoiled one would be refused for something that nobody spoiled, and the rest of the reader never be reached. */
test('the records that are spoiled are right before', async () => {
  const { vacancies, trainings } = world.modules
  const files = [
    { name: 'right.json', text: JSON.stringify(honestPosting) },
    { name: 'right.csv', text: csvOf(honestVacancyRow) },
    { name: 'right.xml', text: honestOpening },
  ]
  for (const file of files) expect(await vacancies.importFrom(file, { dryRun: true })).toMatchObject({ rejects: [], noted: 0 })
  for (const [name, text] of [
    ['right.json', JSON.stringify(honestTrainings)],
    ['right.csv', csvOf(honestTrainingRow)],
  ] as const)
    expect(await trainings.importFrom({ name, text }, { dryRun: true })).toMatchObject({ rejects: [], noted: 0 })
})

/** A reader that begins its search for an end again at each sign would take hours for this. */
test('a cell of one sign over and over is refused, in whatever column', async () => {
  const columns = Object.keys(honestVacancyRow)
  for (const sign of [' ', ':', '1']) {
    const rows = columns.map((column, at) =>
      csvOf({ ...honestVacancyRow, nummer: `L-${at}`, [column]: `x${sign.repeat(150_000)}x` }),
    )
    const text = [columns.join(';'), ...rows.map((row) => row.slice(row.indexOf('\n') + 1))].join('\n')
    const report = await world.modules.vacancies.importFrom({ name: 'long.csv', text }, { dryRun: true })
    expect(report.counts.raw).toBe(columns.length)
    expect(report.rejected).toBeGreaterThan(columns.length / 3)
  }
})
