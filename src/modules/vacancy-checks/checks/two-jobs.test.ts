import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createTwoJobs } from './two-jobs.ts'
import { readWording } from './wording.ts'

const check = createTwoJobs(await readWording())

test('the split is shown, and either can be taken', () => {
  const { marks, rewritten } = readWith(check, 'Wij zoeken een full-stack developer.')
  expect(marks[0]?.parts?.map(({ nl }) => nl)).toEqual(['front-end: wat mensen zien', 'back-end: wat erachter draait'])
  expect(rewritten).toEqual(['Wij zoeken een front-end developer.', 'Wij zoeken een back-end developer.'])
})

test('the same job named twice is marked once', () => {
  expect(readWith(check, 'Full-stack developer gezocht. Een fullstack developer werkt hier graag.').words).toEqual(['Full-stack'])
})

test('colleagues who are that are not asked for', () => {
  expect(readWith(check, 'Je werkt samen met een full-stack developer.').words).toEqual([])
})

test('the job that is named first is kept first', () => {
  const { rewritten } = readWith(check, 'Wij zoeken een data scientist / data engineer.')
  expect(rewritten[0]).toBe('Wij zoeken een data scientist.')
})
