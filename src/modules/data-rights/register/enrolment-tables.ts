import type { PeopleTable } from './table-entry.ts'

/** A person's way through a start of a programme. */
export const enrolmentTables = {
  enrolment: {
    part: { nl: 'Deelnames aan opleidingen', en: 'Enrolments in programmes' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: [
      ...[
        'id',
        'organisation',
        'programme',
        'programme_title',
        'offering',
        'starts_on',
        'wished_month',
        'state',
        'quiet',
        'called',
        'email',
      ],
      ...['skills', 'applied_at', 'changed_at', 'waiting_since', 'held_until', 'ended_at', 'reason', 'reason_by', 'reason_text'],
      'next_plan',
    ],
    not: { person: 'inner', demo: 'inner' },
    kept: { rule: 'enrolment-kept-days' },
  },
  enrolment_step: {
    part: { nl: 'Stappen van je toelating', en: 'Steps of your admission' },
    links: [
      { way: ['enrolment', 'enrolment.id', 'person'], erased: 'reference' },
      { way: ['by_account'], erased: 'reference', leaves: 'organisationRecord', exported: 'others' },
    ],
    out: ['enrolment', 'number', 'kind', 'purpose', 'planned_on', 'planned_text', 'outcome', 'reason', 'settled_at'],
    not: { by_account: 'others' },
    kept: { with: 'enrolment' },
  },
  enrolment_move: {
    part: { nl: 'Wat er met je deelnames gebeurde', en: 'What happened with your enrolments' },
    links: [
      { way: ['enrolment', 'enrolment.id', 'person'], erased: 'reference' },
      { way: ['by_account'], erased: 'reference', leaves: 'organisationRecord', exported: 'others' },
    ],
    out: ['enrolment', 'number', 'move', 'by_side', 'state', 'at'],
    not: { by_account: 'others' },
    kept: { with: 'enrolment' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
