import type { PeopleTable } from './table-entry.ts'

const ofParticipant = { way: ['participant', 'cohort_person.id', 'person'], erased: 'reference' } as const

/** Cohorts that somebody takes part in, or keeps for an educator. */
export const cohortTables = {
  cohort_person: {
    part: { nl: 'Startgroepen waar je aan meedoet', en: 'Cohorts that you take part in' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: [
      ...['cohort', 'handle', 'text_version', 'language', 'quota', 'lot', 'hours_from', 'hours_to', 'place_name', 'region'],
      ...['most_minutes', 'travel_mode', 'dutch', 'skills', 'joined_at'],
    ],
    // The middle of the municipality that `place_name` names.
    not: { id: 'inner', person: 'inner', lat: 'same', lon: 'same' },
    kept: { rule: 'cohort-kept-days' },
  },
  cohort_meeting: {
    part: { nl: 'Werkgevers die je ontmoette', en: 'Employers that you met' },
    links: [ofParticipant],
    out: ['organisation', 'noted_by', 'noted_at', 'agreed_at'],
    not: { participant: 'inner' },
    kept: { with: 'cohort_person' },
  },
  cohort_rank: {
    part: { nl: 'Welke werkplek je het liefst wilt', en: 'Which place you would rather have' },
    // Row security shows a person what they said. What an employer would rather have is the employer's, and is in nobody's export.
    links: [ofParticipant],
    out: ['side', 'place', 'rank', 'at'],
    not: { participant: 'inner' },
    kept: { with: 'cohort_person' },
  },
  cohort_pair: {
    part: { nl: 'Werkplekken waar je ja of nee op zegt', en: 'Places that you say yes or no to' },
    // Once the educator settled it: what was only tried is shown to nobody.
    links: [ofParticipant],
    out: ['cohort', 'number', 'place', 'person_yes_at', 'employer_yes_at', 'no_by', 'placement'],
    not: { participant: 'inner' },
    kept: { with: 'cohort_person' },
  },
  cohort_step: {
    part: { nl: 'Wat je deed met startgroepen van een opleider', en: 'What you did with cohorts of an educator' },
    links: [{ way: ['by_account'], erased: 'reference', leaves: 'organisationRecord' }],
    out: ['cohort', 'number', 'step', 'state', 'at'],
    not: { by_account: 'inner' },
    kept: { with: 'organisation' },
  },
  cohort_proposal: {
    part: { nl: 'Verdelingen die je liet maken', en: 'Proposals that you asked for' },
    links: [{ way: ['made_by'], erased: 'reference', leaves: 'organisationRecord' }],
    out: ['cohort', 'number', 'made_at', 'input_hash', 'by_hand'],
    not: { made_by: 'inner' },
    kept: { with: 'organisation' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
