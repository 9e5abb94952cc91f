import { expect, test } from 'vitest'
import { cohortAddresses } from '../../modules/cohorts/index.ts'
import { languages, pathTo } from '../paths.ts'

test('mails lead to the pages of cohorts', () => {
  for (const language of languages) {
    expect(cohortAddresses.person('a', language)).toBe(pathTo('cohortMine', language, { cohort: 'a' }))
    expect(cohortAddresses.educator('a', language)).toBe(pathTo('cohort', language, { cohort: 'a' }))
    expect(cohortAddresses.employer('a', 'b/c', language)).toBe(
      pathTo('cohortEmployer', language, { cohort: 'a', organisation: 'b/c' }),
    )
  }
})
