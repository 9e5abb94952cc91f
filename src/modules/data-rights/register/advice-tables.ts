import type { PeopleTable } from './table-entry.ts'

/** An adviser beside somebody. */
export const adviceTables = {
  advising: {
    part: { nl: 'Adviseurs die meekijken', en: 'Advisers who look along' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['organisation', 'handle', 'since', 'ended_at'],
    not: { account: 'inner' },
    kept: { rule: 'advice-kept-days' },
  },
  advice_note: {
    part: { nl: 'Aantekeningen van jou en je adviseur', en: 'Notes of you and your adviser' },
    links: [
      { way: ['account'], erased: 'reference' },
      // A note of an adviser belongs to the person whom it is about.
      { way: ['author'], erased: 'reference', leaves: 'othersProcedure', exported: 'others' },
    ],
    out: ['organisation', 'side', 'text', 'at'],
    not: { id: 'inner', account: 'inner', author: 'others', corrects: 'inner' },
    kept: { with: 'advising' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
