import { expect, test } from 'vitest'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import type { EngineRows } from '../../matching/index.ts'
import { handOver, handOverPeople, TakenOver } from './hand-over.ts'
import type { ToWorker } from './messages.ts'

const settings: EngineRows['settings'] = {
  thisWeek: 2968,
  kmPerHour: { walk: 5, bike: 15, transit: 40, car: 60 },
  travelCentsPerKm: 23,
  transfer: transferModel,
}
const numbered = <Row>(count: number, row: (id: string) => Row): Row[] => Array.from({ length: count }, (_, at) => row(`${at}`))
const rowsOf = (count: number): EngineRows => ({
  skills: numbered(count, (id) => ({ id, kind: 'capability' as const })),
  occupations: numbered(count, (id) => ({ id, implies: [] })),
  vacancies: numbered(count, (id) => ({ id, requirements: [] })).values(),
  offerings: numbered(count, (id) => ({ id, weeks: 1, hoursPerWeek: 1, feeEuro: 0, outcomes: [] })).values(),
  settings,
  people: pagesOf(count),
})
async function* pagesOf(count: number) {
  const people = numbered(count, (id) => ({ id, occupations: [], answers: {} }))
  for (let from = 0; from < count; from += 1000) yield people.slice(from, from + 1000)
}

test.each([0, 1, 199, 200, 201, 1234])('%d rows of each kind arrive whole, in order, and piece by piece', async (count) => {
  const taken = new TakenOver()
  const sent: ToWorker[] = []
  await handOver(rowsOf(count), (message) => sent.push(structuredClone(message)), new AbortController().signal)
  for (const message of sent) if (message.kind === 'rows') taken.add(message.rows)
  expect(sent.at(-1)).toEqual({ kind: 'build', settings })
  const { vacancies, offerings, people: _people, ...rest } = rowsOf(count)
  expect(taken.world(settings)).toEqual({ ...rest, vacancies: [...vacancies], offerings: [...offerings] })
  const largest = Math.max(
    0,
    ...sent.flatMap((message) => (message.kind === 'rows' ? Object.values(message.rows).map((some) => some.length) : [])),
  )
  expect(largest).toBeLessThanOrEqual(200)
})

test.each([0, 1, 200, 1000, 1234])('%d people arrive whole, in order, and piece by piece', async (count) => {
  const sent: ToWorker[] = []
  await handOverPeople(pagesOf(count), (message) => sent.push(structuredClone(message)), new AbortController().signal)
  expect(sent.at(-1)).toEqual({ kind: 'counted' })
  const pieces = sent.flatMap((message) => (message.kind === 'people' ? [message.people] : []))
  expect(pieces.flat().map(({ id }) => id)).toEqual(numbered(count, (id) => id))
  expect(Math.max(0, ...pieces.map((some) => some.length))).toBeLessThanOrEqual(200)
})

test('others are served between two pieces, and who stops it is heard', async () => {
  const stopping = new AbortController()
  let pieces = 0
  setImmediate(() => stopping.abort(new Error('stopped')))
  await expect(handOver(rowsOf(100_000), () => pieces++, stopping.signal)).rejects.toThrow('stopped')
  expect(pieces).toBeLessThan(10)
})
