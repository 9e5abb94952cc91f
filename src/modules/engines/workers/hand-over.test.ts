import { expect, test } from 'vitest'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import type { EngineRows } from '../../matching/index.ts'
import { handOver } from './hand-over.ts'
import type { RowsPiece, ToKeeper } from './messages.ts'

const settings: EngineRows['settings'] = {
  thisWeek: 2968,
  kmPerHour: { walk: 5, bike: 15, transit: 40, car: 60 },
  travelCentsPerKm: 23,
  transfer: transferModel,
}
const numbered = <Row>(count: number, row: (id: string) => Row): Row[] => Array.from({ length: count }, (_, at) => row(`${at}`))
const rowsOf = (count: number) => ({
  skills: numbered(count, (id) => ({ id, kind: 'capability' as const })),
  occupations: numbered(count, (id) => ({ id, implies: [] })),
  offerings: numbered(count, (id) => ({ id, weeks: 1, hoursPerWeek: 1, feeEuro: 0, outcomes: [] })),
  vacancies: numbered(count, (id) => ({ id, requirements: [] })),
  people: numbered(count, (id) => ({ id, occupations: [], answers: {} })),
  found: numbered(count, (id) => ({ id: `found ${id}`, occupations: [], answers: {} })),
})

async function* pagesOf<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += 1000) yield rows.slice(from, from + 1000)
}

function engineRows(count: number): EngineRows {
  const { vacancies, people, found, ...rest } = rowsOf(count)
  return { ...rest, settings, vacancies: pagesOf(vacancies), people: pagesOf(people), found: pagesOf(found) }
}

test.each([0, 1, 199, 200, 201, 1234])('%d rows of each kind arrive whole, in order, and piece by piece', async (count) => {
  const sent: ToKeeper[] = []
  await handOver(engineRows(count), { label: 7 }, (message) => sent.push(structuredClone(message)), new AbortController().signal)
  const pieces = sent.flatMap((message) => (message.kind === 'rows' ? [message.rows] : []))
  const arrived = (kind: keyof RowsPiece): unknown[] => pieces.flatMap((piece): readonly unknown[] => piece[kind] ?? [])
  for (const [kind, rows] of Object.entries(rowsOf(count))) expect(arrived(kind as keyof RowsPiece)).toEqual(rows)
  const largest = Math.max(0, ...pieces.flatMap((piece) => Object.values(piece).map((some) => some.length)))
  expect(largest).toBeLessThanOrEqual(200)
  // What numbers skills is there before anything that names them.
  const begun = sent.findIndex(({ kind }) => kind === 'begin')
  expect(sent[begun]).toEqual({ kind: 'begin', settings })
  const early = sent
    .slice(0, begun)
    .some((message) => message.kind === 'rows' && (message.rows.vacancies || message.rows.people || message.rows.found))
  const late = sent
    .slice(begun)
    .some((message) => message.kind === 'rows' && !message.rows.vacancies && !message.rows.people && !message.rows.found)
  expect([early, late]).toEqual([false, false])
  expect(sent.at(-1)).toEqual({ kind: 'build', label: 7 })
})

test('others are served between two pieces, and who stops it is heard', async () => {
  const stopping = new AbortController()
  let pieces = 0
  setImmediate(() => stopping.abort(new Error('stopped')))
  await expect(handOver(engineRows(100_000), { label: 1 }, () => pieces++, stopping.signal)).rejects.toThrow('stopped')
  expect(pieces).toBeLessThan(10)
})
