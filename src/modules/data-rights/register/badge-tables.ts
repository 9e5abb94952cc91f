import type { PeopleTable } from './table-entry.ts'

/** Badges that organisations issue to people. */
export const badgeTables = {
  issued_badge: {
    part: { nl: 'Bewijzen die je kreeg', en: 'Badges that you got' },
    links: [
      { way: ['person'], erased: 'reference' },
      { way: ['issued_by'], erased: 'reference', leaves: 'organisationRecord', exported: 'others' },
    ],
    out: [
      ...['id', 'organisation', 'kind', 'ref', 'achievement', 'document', 'issued_at', 'valid_until', 'accepted_at'],
      ...['is_public', 'shows_name', 'revoked_at', 'reason'],
    ],
    not: { person: 'inner', demo: 'inner', jwt: 'same', signed_with: 'inner', issued_by: 'others' },
    kept: { with: 'account' },
  },
  badge_status: {
    part: { nl: 'Of je bewijzen zijn ingetrokken', en: 'Whether your badges were revoked' },
    // A number by chance. The badge itself names it, so it is in the export already.
    links: [{ way: ['badge', 'issued_badge.id', 'person'], erased: 'reference', leaves: 'badgeStatus', exported: 'same' }],
    out: [],
    not: { organisation: 'same', number: 'same', badge: 'same', is_revoked: 'same' },
    kept: { stays: 'badgeStatus' },
  },
  badge_offer: {
    part: { nl: 'Bewijzen die op je antwoord wachten', en: 'Badges that wait for your answer' },
    links: [
      { way: ['email_folded'], is: 'email', erased: 'addresses', readAsTask: true },
      { way: ['made_by'], erased: 'reference', leaves: 'organisationRecord', exported: 'others' },
    ],
    out: ['organisation', 'email', 'kind', 'ref', 'achievement', 'valid_until', 'made_at', 'expires_at'],
    not: { id: 'inner', demo: 'inner', email_folded: 'same', made_by: 'others' },
    kept: { ends: 'expires_at' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
