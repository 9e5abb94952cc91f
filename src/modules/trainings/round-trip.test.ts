/** What goes out comes in again, the same: OOAPI holds all of a record, a CSV all but the words that a skill was read from. */
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryOffering, arbitraryProgramme } from '../../../test/worlds/arbitrary-training.ts'
import { smallCatalogue } from '../../../test/worlds/small-catalogue.ts'
import { toTrainingCsv } from './csv/to-training-csv.ts'
import { findTrainings } from './intake/find-trainings.ts'
import type { FoundRecord } from './intake/found-training.ts'
import { readTraining } from './intake/read-training.ts'
import { trainingContext } from './intake/training-context.ts'
import { toOoapi } from './ooapi/to-ooapi.ts'

const ids = ['schakel:skill/sql', 'schakel:skill/java', 'http://data.europa.eu/esco/skill/x']
const catalogue = smallCatalogue(ids.map((id) => ({ id, en: [id.slice(-4)] })))
const context = trainingContext({
  ...{ catalogue, today: '2026-11-25', hoursPerCredit: undefined },
  findPlace: ({ municipality }) =>
    municipality === 'Utrecht' ? { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' } : undefined,
  regions: [{ code: 'AM13', name: 'Midden-Utrecht' }],
})

/** Files as one programme; with what was noted or refused on the way. */
async function readBack(name: string, text: string) {
  const found: FoundRecord[] = []
  const problems: unknown[] = []
  for await (const one of findTrainings({ name, text })) 'content' in one ? found.push(one) : problems.push(one)
  const rows = found
    .filter(({ kind }) => kind === 'programme' || kind === 'offering')
    .map((one, ordinal) => ({ ...one, id: `r-${ordinal}`, source: 'x', checksum: '', ordinal }))
  const referred = (kind: string) => new Map(found.filter((one) => one.kind === kind).map((one) => [one.externalId, one.content]))
  const group = {
    key: found.find(({ programme }) => programme !== undefined)?.programme ?? '',
    source: 'x',
    rows,
    referred: { outcomes: referred('outcome'), organisations: referred('organisation') },
  }
  const { training, outcomes, notes } = readTraining(group, context)
  return { training, problems: [...problems, ...outcomes.filter(({ state }) => state === 'rejected'), ...notes] }
}

const taught = fc.record({
  programme: arbitraryProgramme(ids),
  offerings: fc.tuple(arbitraryOffering('bron:u1'), arbitraryOffering('bron:u2')),
})
/** What is said of the made-up training itself. */
const isTold = (note: unknown) => !/names no skill|Nergenshuizen/.test((note as { note?: string }).note ?? '')

test('OOAPI, also through JSON', async () => {
  await fc.assert(
    fc.asyncProperty(taught, async ({ programme, offerings }) => {
      const written = toOoapi(programme, offerings)
      const text = JSON.stringify([...written.offerings, written.programme, written.organisation])
      const read = await readBack('x.json', text)
      expect(read.problems.filter(isTold)).toEqual([])
      expect(read.training).toEqual({ programme, offerings })
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('CSV, of which no cell runs in a spreadsheet', async () => {
  await fc.assert(
    fc.asyncProperty(taught, async ({ programme, offerings }) => {
      const pieces: string[] = []
      for await (const piece of toTrainingCsv([{ programme, offerings }])) pieces.push(piece)
      const cells = (parse(pieces.join(''), { bom: true, delimiter: ';' }) as string[][]).flat()
      expect(cells.filter((cell) => /^\s*[=@]/.test(cell))).toEqual([])
      const read = await readBack('x.csv', pieces.join(''))
      expect(read.problems.filter(isTold)).toEqual([])
      expect(read.training).toEqual({ programme, offerings })
    }),
    { numRuns: 300 },
  )
}, 60_000)
