import type { PeopleTable } from './table-entry.ts'

/** Credentials that people keep as evidence, and what of them stands in training registers of organisations. */
export const credentialTables = {
  held_credential: {
    part: { nl: 'Je bewijzen', en: 'Your credentials' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: [
      ...['id', 'form', 'document', 'title', 'issuer_id', 'issuer_name', 'issued_at', 'valid_until', 'conclusion', 'checks'],
      ...['imported_at', 'checked_at', 'lapsed', 'lapsed_at'],
    ],
    not: { person: 'inner', demo: 'inner', kind: 'inner', document_hash: 'inner' },
    kept: { with: 'account' },
  },
  held_credential_skill: {
    part: { nl: 'Skills waar je bewijzen over gaan', en: 'Skills that your credentials are about' },
    links: [{ way: ['credential', 'held_credential.id', 'person'], erased: 'reference' }],
    out: ['credential', 'concept', 'how'],
    not: {},
    kept: { with: 'held_credential' },
  },
  training_record: {
    part: { nl: 'Wat een organisatie in haar opleidingsregister heeft', en: 'What an organisation has in its training register' },
    links: [
      { way: ['person'], erased: 'reference' },
      { way: ['credential', 'held_credential.id', 'person'], erased: 'reference' },
    ],
    out: [
      ...['organisation', 'credential', 'person_name', 'title', 'issuer_name', 'issued_at', 'valid_until', 'conclusion'],
      ...['lapsed', 'released_at'],
    ],
    not: { id: 'inner', person: 'inner', demo: 'inner' },
    kept: { with: 'held_credential' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
