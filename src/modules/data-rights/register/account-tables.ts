import type { PeopleTable } from './table-entry.ts'

/** Accounts and what hangs from them alone. */
export const accountTables = {
  account: {
    part: { nl: 'Je account', en: 'Your account' },
    links: [{ way: ['id'], erased: 'profile' }],
    out: ['email', 'name', 'phone', 'language', 'administrator', 'demo', 'created_at', 'seen_on', 'warned_on'],
    not: { id: 'inner', email_folded: 'same' },
    kept: { rule: 'inactive-account-months' },
  },
  account_identity: {
    part: { nl: 'Hoe je inlogt bij een andere dienst', en: 'How you sign in with another service' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['issuer', 'subject', 'created_at'],
    not: { account: 'inner' },
    kept: { with: 'account' },
  },
  sign_in_link: {
    part: { nl: 'Links om in te loggen die nog wachten', en: 'Sign-in links that still wait' },
    links: [{ way: ['email_folded'], is: 'email', erased: 'profile', readAsTask: true }],
    out: ['email', 'language', 'created_at', 'expires_at', 'used_at', 'issuer', 'subject'],
    not: { token_hash: 'secret', browser_hash: 'secret', email_folded: 'same', return_to: 'inner' },
    kept: { ends: 'expires_at' },
  },
  session: {
    part: { nl: 'Browsers waarin je bent ingelogd', en: 'Browsers in which you are signed in' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['browser', 'created_at', 'used_at', 'expires_at'],
    not: { id: 'inner', token_hash: 'secret', account: 'inner' },
    kept: { ends: 'expires_at' },
  },
  open_id_request: {
    part: { nl: 'Inloggen bij een andere dienst dat nog loopt', en: 'Signing in with another service that is under way' },
    // Of a browser of which nothing is known yet: it leads to nobody, and goes after minutes.
    links: [],
    out: [],
    not: {
      ...{ state_hash: 'secret', browser_hash: 'secret', provider: 'nobody', nonce: 'secret', code_verifier: 'secret' },
      ...{ return_to: 'nobody', language: 'nobody', expires_at: 'nobody' },
    },
    kept: { ends: 'expires_at' },
  },
  kept_profile: {
    part: { nl: 'Je profiel', en: 'Your profile' },
    links: [{ way: ['account'], erased: 'profile' }],
    out: ['profile', 'updated_at'],
    not: { account: 'inner', pool_id: 'inner' },
    kept: { with: 'account' },
  },
  pool_person: {
    part: { nl: 'Je profiel in de statistiek', en: 'Your profile in the statistics' },
    links: [{ way: ['id', 'kept_profile.pool_id', 'account'], erased: 'profile' }],
    out: ['region', 'profile'],
    not: { id: 'inner', demo: 'inner' },
    kept: { with: 'account' },
    open: 'A number by chance and no name: only the kept profile, which has row security, knows whose it is. Every question about the pool reads all of it.',
  },
  draft_profile: {
    part: { nl: 'Een profiel zonder account', en: 'A profile without an account' },
    // It leads to nobody. An erasure removes the one of the browser that asks.
    links: [],
    out: [],
    not: { token_hash: 'secret', profile: 'nobody', created_at: 'nobody', used_at: 'nobody', expires_at: 'nobody' },
    kept: { ends: 'expires_at' },
    open: 'Found only by the hash of a token that one browser has.',
  },
  draft_vacancy: {
    part: { nl: 'Een vacaturetekst zonder account', en: 'A vacancy text without an account' },
    links: [],
    out: [],
    not: { token_hash: 'secret', draft: 'nobody', created_at: 'nobody', used_at: 'nobody', expires_at: 'nobody' },
    kept: { ends: 'expires_at' },
    open: 'Found only by the hash of a token that one browser has.',
  },
  consent: {
    part: { nl: 'Waar je ja tegen zei', en: 'What you said yes to' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['purpose', 'organisation', 'text_version', 'language', 'given_at', 'until', 'withdrawn_at'],
    not: { id: 'inner', account: 'inner' },
    kept: { with: 'account' },
  },
  kept_plan: {
    part: { nl: 'Routes die je bewaarde', en: 'Routes that you kept' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['plan', 'facts', 'kept_at', 'checked_at', 'news', 'news_on', 'told'],
    not: { id: 'inner', account: 'inner', profile_hash: 'inner' },
    kept: { with: 'account' },
  },
  plan_mail_wish: {
    part: { nl: 'Of je mail wilt over je routes', en: 'Whether you want mail about your routes' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['wished_at', 'mailed_on'],
    not: { account: 'inner', id: 'inner' },
    kept: { with: 'account' },
  },
  vacancy_alert_wish: {
    part: { nl: 'Of je mail wilt over nieuwe vacatures', en: 'Whether you want mail about new vacancies' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['wished_at', 'mailed_on'],
    not: { account: 'inner', id: 'inner' },
    kept: { with: 'account' },
  },
  vacancy_alert: {
    part: { nl: 'Nieuwe vacatures bij je routes', en: 'New vacancies for your routes' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['vacancy', 'title', 'employer', 'plan', 'found_at', 'told'],
    not: { account: 'inner' },
    kept: { rule: 'vacancy-alert-kept-days' },
  },
  account_needs: {
    part: { nl: 'Wat je nodig hebt om te werken', en: 'What you need to work' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['updated_at'],
    // Encrypted with a key of its own; the export opens it for the person (`needs` and `needReleases`).
    not: { account: 'inner', sealed: 'elsewhere' },
    kept: { with: 'account' },
  },
  need_release: {
    part: { nl: 'Aan wie je laat zien wat je nodig hebt', en: 'To whom you show what you need' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['organisation', 'introduction', 'last_day', 'given_at'],
    not: { id: 'inner', account: 'inner', sealed: 'elsewhere' },
    kept: { ends: 'last_day' },
  },
  mail: {
    part: { nl: 'Mail van Schakel aan jou', en: 'Mail from Schakel to you' },
    links: [
      { way: ['account'], erased: 'mail' },
      { way: ['email'], is: 'email', erased: 'mail', readAsTask: true },
    ],
    out: ['template', 'email', 'language', 'kind', 'data', 'state', 'written_at', 'settled_at', 'reason'],
    not: {
      ...{ id: 'inner', account: 'inner', once: 'inner', attempts: 'inner', next_at: 'inner', until: 'inner' },
      ...{ sending_at: 'inner', claim: 'inner' },
    },
    onlyWhen: { columns: ['data'], column: 'state', is: 'sent' },
    kept: { rule: 'mail-record-days' },
  },
  mail_unsubscribed: {
    part: { nl: 'Nieuws dat je niet wilt', en: 'News that you do not want' },
    // A hash that is made of the address: no row leads back to it. The step makes the hash anew.
    links: [],
    out: [],
    not: { address_hash: 'secret', kind: 'nobody', since: 'nobody' },
    kept: { with: 'account' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
