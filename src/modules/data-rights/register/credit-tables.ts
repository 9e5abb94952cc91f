import type { PeopleTable } from './table-entry.ts'

const ofBook = ['book', 'credit_book.placement', 'person'] as const
const ofWork = ['activity', 'activity.id', 'person'] as const
const byColleague = (column: string) =>
  ({ way: [column], erased: 'reference', leaves: 'creditLedger', exported: 'others' }) as const

/** Work that earns credits: what was logged and confirmed, and the ledger of what was awarded. */
export const creditTables = {
  credit_book: {
    part: { nl: 'Leerwerkplekken met studiepunten', en: 'Placements with credits' },
    links: [{ way: ['person'], erased: 'reference', leaves: 'creditLedger' }],
    out: ['placement', 'school', 'employer', 'programme', 'starts_on', 'ends_on', 'opened_at'],
    not: { person: 'inner', demo: 'inner' },
    kept: { stays: 'creditLedger' },
  },
  activity: {
    part: { nl: 'Werk dat je opschreef', en: 'Work that you logged' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: ['id', 'book', 'from_day', 'until_day', 'text', 'minutes', 'state', 'version', 'logged_at', 'changed_at'],
    not: { person: 'inner', demo: 'inner' },
    kept: { with: 'account' },
  },
  activity_step: {
    part: { nl: 'Wat er met dat werk gebeurde', en: 'What became of that work' },
    links: [{ way: ofWork, erased: 'reference' }, byColleague('account')],
    out: ['activity', 'number', 'step', 'reason', 'facts_hash', 'at'],
    not: { book: 'same', account: 'others' },
    kept: { with: 'activity' },
  },
  activity_outcome: {
    part: { nl: 'Wat je van dat werk leerde', en: 'What you learned of that work' },
    links: [{ way: ofWork, erased: 'reference' }],
    out: ['activity', 'outcome', 'unit'],
    not: { book: 'same' },
    kept: { with: 'activity' },
  },
  evidence: {
    part: { nl: 'Bestanden bij je werk', en: 'Files beside your work' },
    links: [{ way: ofWork, erased: 'reference' }],
    out: ['id', 'activity', 'name', 'type', 'bytes', 'sha256', 'added_at', 'emptied_at'],
    not: { book: 'same' },
    kept: { with: 'activity' },
  },
  evidence_piece: {
    part: { nl: 'Inhoud van die bestanden', en: 'Contents of those files' },
    links: [{ way: ['evidence', 'evidence.id', 'activity', 'activity.id', 'person'], erased: 'reference', exported: 'file' }],
    out: [],
    not: { evidence: 'file', number: 'inner', book: 'same', content: 'file' },
    kept: { rule: 'evidence-kept-days' },
  },
  assessment_step: {
    part: { nl: 'Beoordelingen die je vroeg, en wat nog ontbrak', en: 'Assessments that you asked for, and what was missing' },
    links: [{ way: ['person'], erased: 'reference' }, byColleague('account')],
    out: ['book', 'unit', 'step', 'text', 'at'],
    not: { id: 'inner', person: 'inner', account: 'others' },
    kept: { with: 'account' },
  },
  award: {
    part: { nl: 'Studiepunten die je kreeg', en: 'Credits that you got' },
    links: [{ way: ofBook, erased: { stays: 'creditLedger' } }, byColleague('assessor')],
    out: ['id', 'book', 'unit', 'amount', 'at'],
    not: { assessor: 'others', key: 'inner' },
    kept: { stays: 'creditLedger' },
  },
  award_activity: {
    part: { nl: 'Op welk werk die studiepunten rusten', en: 'The work on which those credits rest' },
    links: [{ way: ofWork, erased: 'reference' }],
    out: ['award', 'activity', 'minutes', 'facts_hash', 'files'],
    not: { book: 'same', step: 'same' },
    kept: { with: 'activity' },
  },
  award_withdrawal: {
    part: { nl: 'Studiepunten die zijn teruggenomen', en: 'Credits that were taken back' },
    links: [{ way: ofBook, erased: { stays: 'creditLedger' } }, byColleague('assessor')],
    out: ['award', 'at'],
    not: { book: 'same', assessor: 'others' },
    kept: { stays: 'creditLedger' },
  },
  award_note: {
    part: { nl: 'Wat de beoordelaar erbij schreef', en: 'What the assessor wrote with it' },
    links: [{ way: ['person'], erased: 'reference' }],
    out: ['award', 'kind', 'text'],
    not: { person: 'inner', book: 'same' },
    kept: { with: 'account' },
  },
  ledger_entry: {
    part: { nl: 'Je kasboek van studiepunten', en: 'Your ledger of credits' },
    links: [{ way: ofBook, erased: { stays: 'creditLedger' } }],
    out: ['book', 'number', 'kind', 'award', 'unit', 'at', 'seal'],
    not: {},
    kept: { stays: 'creditLedger' },
  },
  ledger_line: {
    part: { nl: 'Regels van je kasboek', en: 'Lines of your ledger' },
    links: [{ way: ofBook, erased: { stays: 'creditLedger' } }],
    out: ['book', 'number', 'side', 'amount'],
    not: {},
    kept: { stays: 'creditLedger' },
  },
} as const satisfies Readonly<Record<string, PeopleTable>>
