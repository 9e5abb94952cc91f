import type { PeopleTable } from './table-entry.ts'

/** What somebody is and did for an organisation. */
export const organisationTables = {
  member: {
    part: { nl: 'Organisaties waar je bij hoort', en: 'Organisations that you belong to' },
    links: [{ way: ['account'], erased: 'organisations' }],
    out: ['organisation', 'roles', 'since'],
    not: { account: 'inner' },
    kept: { with: 'account' },
  },
  invitation: {
    part: { nl: 'Uitnodigingen', en: 'Invitations' },
    links: [
      { way: ['email_folded'], is: 'email', erased: 'addresses', readAsTask: true },
      { way: ['invited_by'], erased: 'reference', leaves: 'organisationRecord', exported: 'others' },
    ],
    out: ['organisation', 'email', 'roles', 'created_at', 'expires_at', 'accepted_at', 'withdrawn_at'],
    not: { id: 'inner', token_hash: 'secret', email_folded: 'same', invited_by: 'others' },
    kept: { ends: 'expires_at' },
  },
  api_key: {
    part: { nl: 'Sleutels die je maakte', en: 'Keys that you made' },
    links: [{ way: ['created_by'], erased: 'reference', leaves: 'organisationRecord' }],
    out: ['id', 'organisation', 'name', 'scopes', 'created_at', 'used_on', 'expires_at', 'revoked_at'],
    not: { secret_hash: 'secret', created_by: 'inner' },
    kept: { with: 'organisation' },
  },
  organisation_check: {
    part: { nl: 'Organisaties die je controleerde', en: 'Organisations that you checked' },
    links: [{ way: ['account'], erased: 'reference', leaves: 'organisationRecord', readAsTask: true }],
    out: ['organisation', 'what', 'outcome', 'subject', 'at'],
    not: { id: 'inner', account: 'inner' },
    kept: { with: 'organisation' },
  },
  domain_check: {
    part: { nl: 'Controles van een domein die je vroeg', en: 'Checks of a domain that you asked for' },
    links: [{ way: ['asked_by'], erased: 'reference', readAsTask: true }],
    out: ['organisation', 'domain', 'created_at', 'expires_at', 'used_at'],
    not: { token_hash: 'secret', asked_by: 'inner' },
    kept: { ends: 'expires_at' },
  },
  onboarding: {
    part: { nl: 'Bestanden met werkgevers die je uitnodigde', en: 'Files of employers that you invited' },
    // Addresses of employers stand in it until the row goes, which says itself when: an address that is erased is taken out before.
    links: [{ way: ['created_by'], erased: 'reference', leaves: 'organisationRecord', readAsTask: true }],
    out: ['organisation', 'created_at', 'expires_at', 'language', 'lines', 'refused', 'outcomes', 'ended_at'],
    not: { id: 'inner', created_by: 'inner' },
    kept: { ends: 'expires_at' },
  },
  desk_vacancy_change: {
    part: { nl: 'Wat je veranderde aan vacatures', en: 'What you changed in vacancies' },
    links: [{ way: ['account'], erased: 'reference', leaves: 'organisationRecord' }],
    out: ['vacancy', 'number', 'organisation', 'what', 'detail', 'at'],
    not: { account: 'inner', key: 'inner' },
    kept: { with: 'organisation' },
  },
  desk_programme_change: {
    part: { nl: 'Wat je veranderde aan opleidingen', en: 'What you changed in programmes' },
    links: [{ way: ['account'], erased: 'reference', leaves: 'organisationRecord' }],
    out: ['programme', 'number', 'organisation', 'what', 'detail', 'at'],
    not: { account: 'inner', key: 'inner' },
    kept: { with: 'organisation' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
