import type { PeopleTable } from './table-entry.ts'

/** Groups for people whose job is at risk. */
export const caseTables = {
  risk_case_seat: {
    part: { nl: 'Groepen waar je als adviseur bij zit', en: 'Groups that you are in as an adviser' },
    links: [{ way: ['account'], erased: 'reference', readAsTask: true }],
    out: ['case_id', 'organisation', 'is_lead', 'since'],
    not: { id: 'inner', account: 'inner' },
    kept: { with: 'risk_case' },
  },
  risk_participation: {
    part: { nl: 'Groepen waar je aan meedoet', en: 'Groups that you take part in' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['case_id', 'since'],
    // Whether somebody stands in a picture would tell of the others in it.
    not: { account: 'inner', counted: 'inner' },
    kept: { with: 'risk_case' },
  },
  risk_case_invitation: {
    part: { nl: 'Uitnodigingen voor een groep', en: 'Invitations to a group' },
    // A keyed hash of group and address: no row leads back to somebody. The step makes the hash anew.
    links: [],
    out: [],
    not: { case_id: 'nobody', address_hash: 'secret', sent_on: 'nobody' },
    kept: { with: 'risk_case' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
