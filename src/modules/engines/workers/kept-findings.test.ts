import { beforeEach, expect, test } from 'vitest'
import type { Resident } from '../../matching/index.ts'
import type { Engines } from '../engines.ts'
import type { Question } from '../findings/question.ts'
import { keepFindings } from './kept-findings.ts'

const residentOf = (name: string): Resident => ({ dataVersion: name }) as unknown as Resident
const doors = (person: string): Question<'doors'> => ({ kind: 'doors', person: { id: person, occupations: [], answers: {} } })

let newest: Resident
/** From which data an answer comes: for a moment that may be older than the newest. */
let answersFrom: Resident | undefined
let isLimited: boolean
let computed: string[]
let now: number
let engines: Engines

beforeEach(() => {
  newest = residentOf('first')
  answersFrom = undefined
  isLimited = false
  computed = []
  now = 0
  const computing: Engines = {
    resident: async () => newest,
    async ask(question) {
      const what = `${question.kind} of ${(question as Question<'doors'>).person?.id}`
      computed.push(what)
      const resident = answersFrom ?? newest
      return { finding: `${what} on ${resident.dataVersion}`, resident, limited: isLimited ? {} : undefined } as never
    },
    close: async () => {},
  }
  engines = keepFindings(computing, { most: 2, milliseconds: 1000, now: () => now })
})

const ask = async (person: string): Promise<unknown> => (await engines.ask(doors(person))).finding

test('the same question on the same data is computed once', async () => {
  expect(await ask('a')).toBe('doors of a on first')
  expect(await ask('a')).toBe('doors of a on first')
  expect(await ask('b')).toBe('doors of b on first')
  expect(computed).toEqual(['doors of a', 'doors of b'])
})

test('new data: everything is computed anew', async () => {
  await ask('a')
  newest = residentOf('second')
  expect(await ask('a')).toBe('doors of a on second')
})

test('an answer from older data than the newest is not kept', async () => {
  answersFrom = residentOf('older')
  expect(await ask('a')).toBe('doors of a on older')
  answersFrom = undefined
  expect(await ask('a')).toBe('doors of a on first')
})

test('what was cut short is not kept', async () => {
  isLimited = true
  await ask('a')
  await ask('a')
  expect(computed).toHaveLength(2)
})

test('what nobody asks for goes: the longest ago first, and everything after its time', async () => {
  await ask('a')
  await ask('b')
  await ask('a')
  await ask('c')
  await ask('a')
  expect(computed).toEqual(['doors of a', 'doors of b', 'doors of c'])
  now = 1000
  await ask('a')
  expect(computed).toEqual(['doors of a', 'doors of b', 'doors of c', 'doors of a'])
})

test('only questions that one person asks again are kept', async () => {
  const about = { kind: 'skillsAsked' } as const
  await engines.ask(about)
  await engines.ask(about)
  expect(computed).toHaveLength(2)
})

test('who has left gets no answer, kept or not', async () => {
  await ask('a')
  const left = AbortSignal.abort(new Error('left'))
  await expect(engines.ask(doors('a'), { signal: left })).rejects.toThrow('left')
})
