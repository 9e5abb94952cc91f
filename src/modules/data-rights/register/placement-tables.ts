import type { PeopleTable } from './table-entry.ts'

const ofPerson = ['placement', 'placement.id', 'person'] as const
const ofAgreement = ['agreement', 'placement_agreement.id', 'placement', 'placement.id', 'person'] as const
const byColleague = (column: string) =>
  ({ way: [column], erased: 'reference', leaves: 'organisationRecord', exported: 'others' }) as const

/** Working while learning: what was signed, and the week. */
export const placementTables = {
  placement: {
    part: { nl: 'Leerwerkplekken', en: 'Placements' },
    links: [{ way: ['person'], erased: 'reference', leaves: 'placementRecord' }, byColleague('supervisor'), byColleague('coach')],
    out: [
      ...['id', 'school', 'employer', 'supporter', 'programme', 'programme_title', 'offering', 'crebo', 'from_on', 'until_on'],
      ...['supervisor_minutes', 'coach_minutes'],
      ...['hours_per_week', 'phases', 'wage_cents', 'state', 'end_reason', 'end_text', 'created_at', 'changed_at', 'ended_at'],
    ],
    not: { person: 'inner', demo: 'inner', supervisor: 'others', coach: 'others' },
    kept: { rule: 'placement-kept-months' },
  },
  placement_step: {
    part: { nl: 'Stappen van je leerwerkplekken', en: 'Steps of your placements' },
    links: [{ way: ofPerson, erased: { stays: 'placementRecord' } }, byColleague('by_account')],
    out: ['placement', 'number', 'step', 'side', 'state', 'detail', 'at'],
    not: { by_account: 'others' },
    kept: { with: 'placement' },
  },
  placement_agreement: {
    part: { nl: 'Wat er te tekenen was', en: 'What there was to sign' },
    links: [{ way: ofPerson, erased: { stays: 'placementRecord' } }, byColleague('made_by')],
    out: [
      ...[
        'id',
        'placement',
        'number',
        'made_from',
        'made_from_version',
        'change',
        'text_nl',
        'text_en',
        'hash',
        'signers',
        'sign_by',
      ],
      ...['made_at', 'signed_at', 'withdrawn_at'],
    ],
    not: { made_by: 'others' },
    kept: { with: 'placement' },
  },
  placement_signature: {
    part: { nl: 'Handtekeningen', en: 'Signatures' },
    links: [
      { way: ofAgreement, erased: { stays: 'placementRecord' } },
      { way: ['account'], erased: 'reference', leaves: 'placementRecord', exported: 'others' },
    ],
    out: ['agreement', 'role', 'organisation', 'hash', 'at'],
    not: { account: 'others', session_hash: 'secret' },
    kept: { with: 'placement' },
  },
  placement_interruption: {
    part: { nl: 'Wanneer je leerwerkplek stilstond', en: 'When your placement stood still' },
    links: [{ way: ofPerson, erased: 'placements' }],
    out: ['placement', 'from_on', 'until_on', 'reason', 'side', 'noted_at'],
    not: { id: 'inner' },
    kept: { with: 'placement' },
  },
  placement_hours: {
    part: { nl: 'Uren van werk en school', en: 'Hours of work and school' },
    links: [{ way: ofPerson, erased: 'placements' }, byColleague('noted_by'), byColleague('confirmed_by')],
    out: ['placement', 'week', 'practice_hours', 'school_hours', 'side', 'noted_at', 'confirmed_at'],
    not: { noted_by: 'others', confirmed_by: 'others' },
    kept: { with: 'placement' },
  },
  placement_leave: {
    part: { nl: 'Vrije dagen', en: 'Days off' },
    links: [{ way: ofPerson, erased: 'placements' }],
    out: ['placement', 'from_on', 'until_on', 'noted_at'],
    not: { id: 'inner' },
    kept: { with: 'placement' },
  },
  placement_nudge: {
    part: { nl: 'Herinneringen om te tekenen', en: 'Reminders to sign' },
    links: [{ way: ofAgreement, erased: { stays: 'placementRecord' } }],
    out: ['agreement', 'role', 'moment', 'written_at'],
    not: {},
    kept: { with: 'placement' },
  },
  placement_wish: {
    part: { nl: 'Hoe je herinnerd wilt worden aan je leerwerkplek', en: 'How you want to be reminded of your placement' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['way'],
    not: { account: 'inner' },
    kept: { with: 'account' },
  },
  employer_recognition: {
    part: { nl: 'Erkenningen van werkgevers die je opzocht', en: 'Recognitions of employers that you looked up' },
    links: [byColleague('noted_by')],
    out: [],
    not: {
      ...{ id: 'others', organisation: 'others', crebo: 'others', from_on: 'others', until_on: 'others', checked_on: 'others' },
      ...{ source: 'others', noted_for: 'others', noted_by: 'others', noted_at: 'others' },
    },
    kept: { stays: 'organisationRecord' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
