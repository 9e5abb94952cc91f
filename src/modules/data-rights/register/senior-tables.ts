import type { PeopleTable } from './table-entry.ts'

/** Hours of those who guide people that learn. */
export const seniorTables = {
  senior: {
    part: { nl: 'Uren die je hebt als begeleider', en: 'Hours that you have as a guide' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['organisation', 'role', 'demo', 'changed_at'],
    not: { account: 'inner' },
    kept: { with: 'member' },
  },
  senior_week: {
    part: { nl: 'Je uren als begeleider, week voor week', en: 'Your hours as a guide, week by week' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['week', 'budget_minutes', 'booked_minutes'],
    not: { account: 'inner' },
    kept: { with: 'senior' },
  },
  senior_booking: {
    part: { nl: 'Waarvoor uren van jou zijn geboekt', en: 'What hours of yours are booked for' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['purpose', 'ref', 'from_week', 'until_week', 'minutes_per_week', 'drawn', 'demo', 'made_at'],
    not: { id: 'inner', account: 'inner' },
    kept: { with: 'senior' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
