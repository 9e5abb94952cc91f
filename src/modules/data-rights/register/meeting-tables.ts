import type { PeopleTable } from './table-entry.ts'

/** Being found, introductions, and who saw what. */
export const meetingTables = {
  found_person: {
    part: { nl: 'Je profiel zonder naam', en: 'Your profile without a name' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['id', 'region', 'profile', 'updated_at'],
    not: { account: 'inner', demo: 'inner' },
    kept: { with: 'account' },
  },
  match_profile: {
    part: { nl: 'Wat organisaties van je profiel zonder naam zien', en: 'What organisations see of your profile without a name' },
    links: [{ way: ['handle', 'found_person.id', 'account'], erased: 'reference' }],
    out: ['handle', 'shown', 'coarsened_on'],
    not: { demo: 'inner', cell: 'inner', skills: 'same' },
    kept: { with: 'found_person' },
  },
  match_handle: {
    part: { nl: 'Nummers die al eens gegeven zijn', en: 'Numbers that were given once' },
    links: [{ way: ['handle', 'found_person.id', 'account'], erased: { stays: 'usedNumber' }, exported: 'same' }],
    out: [],
    not: { handle: 'same' },
    kept: { stays: 'usedNumber' },
  },
  introduction: {
    part: { nl: 'Kennismakingen', en: 'Introductions' },
    links: [
      { way: ['person'], erased: 'reference' },
      { way: ['proposer_account'], erased: 'reference', leaves: 'othersProcedure', exported: 'others' },
    ],
    out: [
      ...['id', 'organisation', 'vacancy', 'vacancy_title', 'proposed_by', 'proposer_organisation', 'state', 'pending_step'],
      ...['pending_by', 'offering', 'starts_on', 'handle', 'shown', 'waits_for', 'asked_on', 'due_on', 'overdue_at', 'read_at'],
      ...['created_at', 'changed_at', 'ended_at', 'reason', 'reason_by', 'reason_text', 'adviser_text', 'next_plan'],
    ],
    not: { person: 'inner', demo: 'inner', proposer_account: 'others' },
    kept: { rule: 'procedure-kept-days' },
  },
  introduction_step: {
    part: { nl: 'Stappen in je kennismakingen', en: 'Steps in your introductions' },
    links: [
      { way: ['introduction', 'introduction.id', 'person'], erased: 'reference' },
      { way: ['by_account'], erased: 'reference', leaves: 'othersProcedure', exported: 'others' },
    ],
    out: ['introduction', 'number', 'step', 'by_side', 'state', 'at'],
    not: { by_account: 'others' },
    kept: { with: 'introduction' },
  },
  introduction_message: {
    part: { nl: 'Berichten', en: 'Messages' },
    links: [
      { way: ['introduction', 'introduction.id', 'person'], erased: 'reference' },
      { way: ['account'], erased: 'reference', leaves: 'othersProcedure' },
    ],
    out: ['introduction', 'side', 'text', 'at', 'read_at'],
    not: { id: 'inner', account: 'others' },
    kept: { with: 'introduction' },
  },
  introduction_release: {
    part: { nl: 'Wat je van jezelf liet zien', en: 'What you showed of yourself' },
    links: [{ way: ['introduction', 'introduction.id', 'person'], erased: 'reference' }],
    out: ['introduction', 'field', 'released_at', 'until', 'withdrawn_at'],
    not: {},
    kept: { with: 'introduction' },
  },
  introduction_report: {
    part: { nl: 'Wat je meldde', en: 'What you reported' },
    links: [
      { way: ['introduction', 'introduction.id', 'person'], erased: 'reference', exported: 'others' },
      { way: ['by_account'], erased: 'reference', leaves: 'othersProcedure', readAsTask: true },
      { way: ['settled_by'], erased: 'reference', leaves: 'othersProcedure', exported: 'others' },
    ],
    out: ['introduction', 'about', 'text', 'at', 'settled_at', 'outcome'],
    not: { id: 'inner', message: 'inner', by_side: 'inner', by_account: 'inner', settled_by: 'others' },
    kept: { with: 'introduction' },
  },
  introduction_nudge: {
    part: { nl: 'Herinneringen in je kennismakingen', en: 'Reminders in your introductions' },
    links: [{ way: ['introduction', 'introduction.id', 'person'], erased: 'reference' }],
    out: ['introduction', 'asked_on', 'moment', 'written_at'],
    not: {},
    kept: { with: 'introduction' },
  },
  follow_up: {
    part: { nl: 'Hoe het daarna ging', en: 'How it went afterwards' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: ['introduction', 'organisation', 'month', 'due_on', 'asked_at', 'answered_at', 'still_there', 'hours', 'happy'],
    not: { id: 'inner', person: 'inner' },
    kept: { with: 'account' },
  },
  advising: {
    part: { nl: 'Wie je adviseert', en: 'Who advises you' },
    links: [{ way: ['account'], erased: 'reference' }],
    out: ['organisation', 'handle', 'since', 'ended_at'],
    not: { account: 'inner' },
    kept: { rule: 'advice-kept-days' },
  },
  advice_note: {
    part: { nl: 'Notities van jou en je adviseur', en: 'Notes of you and your adviser' },
    links: [
      { way: ['account'], erased: 'reference' },
      { way: ['author'], erased: 'reference', leaves: 'othersProcedure', exported: 'others' },
    ],
    out: ['organisation', 'side', 'text', 'corrects', 'at'],
    not: { id: 'inner', account: 'inner', author: 'others' },
    kept: { with: 'advising' },
  },
  decision_part: {
    part: { nl: 'Wie wat van je zag, en wat jij bekeek', en: 'Who saw what of you, and what you looked at' },
    links: [{ way: ['account'], erased: 'decisionLog' }],
    out: ['entry', 'kind', 'body'],
    not: { position: 'inner', account: 'inner', salt: 'secret' },
    kept: { rule: 'decision-log-months' },
  },
  decision_entry: {
    part: { nl: 'Wanneer en aan welke organisatie', en: 'When, and to which organisation' },
    links: [{ way: ['id', 'decision_part.entry', 'account'], erased: { stays: 'chain' } }],
    out: ['id', 'at', 'what', 'organisation', 'engine', 'taxonomy', 'transfer'],
    not: { leaves: 'inner', removed: 'inner' },
    kept: { stays: 'chain' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
