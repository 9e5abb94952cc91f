import { describe, expect, test } from 'vitest'
import type { Fact } from '../facts.ts'
import { readFacts } from '../read-facts.ts'
import { contracts } from './contracts.ts'
import { closesOn, closesOnDay, start } from './dates.ts'
import { education, educationFields } from './education.ts'
import { experience, experienceYears } from './experience.ts'
import { fte, fteNorm, hours, hoursByAgreement, partTime } from './hours.ts'
import { languages } from './languages.ts'
import { certificateOfConduct, licences, ownTransport, screening } from './papers.ts'
import { agreements, payScale, wage, wageBound, wageWithoutAmount } from './pay.ts'
import type { PhraseList } from './phrase-list.ts'
import { places } from './places.ts'
import { remote } from './remote.ts'
import { contacts, training } from './training.ts'

const lists: readonly PhraseList[] = [
  hours,
  partTime,
  hoursByAgreement,
  fte,
  fteNorm,
  wage,
  wageBound,
  wageWithoutAmount,
  payScale,
  agreements,
  places,
  remote,
  contracts,
  education,
  educationFields,
  experience,
  experienceYears,
  languages,
  licences,
  ownTransport,
  certificateOfConduct,
  screening,
  start,
  closesOn,
  closesOnDay,
  training,
  contacts,
]

describe.each(lists)('$field', ({ field, see = (value: never) => value, phrases }) => {
  test.each(phrases.map(([text, ...found]) => ({ text, found })))('$text', ({ text, found }) => {
    const facts = [readFacts(text)[field] ?? []].flat() as Fact<never>[]
    expect(facts.map(({ value, words }) => [see(value), words])).toEqual(found)
    for (const { start: from, end, words } of facts) expect(text.slice(from, end)).toBe(words)
  })
})

test('there are at least 400 phrases, and every field has traps', () => {
  expect(lists.flatMap(({ phrases }) => phrases).length).toBeGreaterThanOrEqual(400)
  for (const { field, phrases } of lists) {
    if (!phrases.some(([, ...found]) => found.length === 0)) expect(field).toBe('education')
  }
})
