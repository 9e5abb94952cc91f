import type { PeopleTable } from './table-entry.ts'

/** What came after a programme, and who can be asked about a handover kit. Counts have nobody in them: they stand under the other tables. */
export const outcomeTables = {
  outcome_job: {
    part: { nl: 'Werk na een opleiding', en: 'Work after a programme' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: ['introduction', 'organisation', 'programme', 'starts_on', 'completed_on', 'began_on', 'still_there', 'taken_back'],
    not: { person: 'inner' },
    kept: { rule: 'outcome-job-kept-days' },
  },
  outcome_asked: {
    part: { nl: 'Of wij je iets één keer vroegen', en: 'Whether we asked you something once' },
    links: [{ way: ['enrolment', 'enrolment.id', 'person'], erased: 'reference' }],
    out: ['enrolment'],
    not: {},
    kept: { with: 'enrolment' },
  },
  handover_contact: {
    part: { nl: 'Draaiboeken waarover anderen jou mogen vragen', en: 'Handover kits about which others may ask you' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['kit', 'organisation', 'said_yes_at'],
    not: { account: 'inner' },
    kept: { with: 'account' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
