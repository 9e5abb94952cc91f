import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { registerFields } from './algorithm-register.ts'
import { createFairness } from './create-fairness.ts'

const data = join(import.meta.dirname, '../../../data')
const folder = mkdtempSync(join(tmpdir(), 'schakel-fairness-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the register has exactly the fields of the standard, in both languages or left to the operator', async () => {
  const { fields, law } = (await createFairness({})).register()
  expect(fields.map(({ id }) => id)).toEqual(registerFields)
  for (const { id, says, byOperator } of fields) {
    expect([id, says.nl.length]).toEqual([id, says.en.length])
    if (says.nl.length === 0) expect([id, byOperator]).toEqual([id, true])
  }
  // A year of law was moved: the date that holds now stands there, and what was not checked says so.
  expect(law.find(({ id }) => id === 'ai-act-date')?.says.en).toContain('2 December 2027')
  expect(law.some(({ certainty }) => certainty === 'unverified')).toBe(true)
})

test('what the operator did not say is not known, and what it said is shown', async () => {
  const silent = (await createFairness({})).register().fields
  expect(silent.map(({ operator }) => operator)).toEqual(silent.map(() => null))
  const said = (await createFairness({ operator: { name: 'Regio Keiland', dpiaUrl: 'https://example.nl/dpia' } })).register()
    .fields
  expect(said.filter(({ operator }) => operator !== null).map(({ id, operator }) => [id, operator])).toEqual([
    ['organisation', 'Regio Keiland'],
    ['dpia', 'https://example.nl/dpia'],
  ])
})

test.each([
  ['no JSON', '[', 'algorithm-register.json cannot be read as JSON'],
  ['a field that is missing', withoutField('risks'), 'Has each field of the standard once'],
  [
    'a field of another name',
    readFileSync(join(data, 'algorithm-register.json'), 'utf8').replace('"risks"', '"dangers"'),
    'algorithm-register.json fields',
  ],
])('%s is refused with the file', async (_, content, message) => {
  writeFileSync(join(folder, 'algorithm-register.json'), content)
  writeFileSync(join(folder, 'fairness-report.json'), readFileSync(join(data, 'fairness-report.json')))
  await expect(createFairness({ folder })).rejects.toThrow(message)
})

test('a report that is not of this release is told when it is asked for, and not before', async () => {
  writeFileSync(join(folder, 'algorithm-register.json'), readFileSync(join(data, 'algorithm-register.json')))
  writeFileSync(join(folder, 'fairness-report.json'), '{}')
  const fairness = await createFairness({ folder })
  expect(() => fairness.report()).toThrow('fairness-report.json made')
})

function withoutField(id: string): string {
  const register = JSON.parse(readFileSync(join(data, 'algorithm-register.json'), 'utf8')) as { fields: { id: string }[] }
  return JSON.stringify({ ...register, fields: register.fields.filter((field) => field.id !== id) })
}
