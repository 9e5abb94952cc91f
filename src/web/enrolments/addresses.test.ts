import { expect, test } from 'vitest'
import { enrolmentAddresses } from '../../modules/enrolments/index.ts'
import { languages, pathTo } from '../paths.ts'

test('addresses that messages about enrolments lead to are those of the pages', () => {
  for (const language of languages) {
    expect(enrolmentAddresses.enrolment('e-1', language)).toBe(pathTo('enrolment', language, { enrolment: 'e-1' }))
    expect(enrolmentAddresses.plan('a/b c', language)).toBe(pathTo('plan', language, { plan: 'a/b c' }))
    const start = { organisation: 'o/1', offering: 'a b', startsOn: '2027-02-01' }
    const params = { organisation: start.organisation, offering: start.offering, start: start.startsOn }
    expect(enrolmentAddresses.start(start, language)).toBe(pathTo('enrolmentStart', language, params))
  }
})
