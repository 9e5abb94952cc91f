import type { OtherTable } from './table-entry.ts'

const vocabulary = 'The vocabulary of skills and occupations.'
const ofConcept = { description: 'Of the concept.', replaced_by: 'Another concept.' }
const chain = 'Hashes of the decision log: they say that something was shown, and not of whom.'

/** Tables with nothing about people. */
export const otherTables = {
  revision: { holds: 'How far each area of the record is.' },
  outbox: {
    holds:
      'Which rows changed, for indexes; goes after a day. Of people: the number of the pool, or of a profile without a name.',
  },
  job_run: { holds: 'Turns of batch work.' },
  job_part: {
    holds: 'Parts of batch work: ranges, and ids of vacancies.',
    explained: { begun_by: 'A process of the program.', reason: 'Of the program: why a try failed.' },
  },
  job_worker: { holds: 'Processes of the program that work.', explained: { host: 'A machine of the installation.' } },
  job_cursor: { holds: 'How far the outbox was read.', explained: { name: 'Of the work.' } },
  cohort_input: {
    holds: 'People of a region in groups of at least ten, in tens.',
    explained: { people: 'How many, in tens.' },
  },
  record_identity: { holds: 'Which record this is.' },
  setting: { holds: 'Settings of the installation.', explained: { name: 'Of the setting.' } },
  schema_migration: { holds: 'Migrations that were applied.', explained: { name: 'Of the migration.' } },
  scheme: { holds: vocabulary },
  concept: { holds: vocabulary, explained: ofConcept },
  concept_label: { holds: vocabulary },
  concept_relation: { holds: vocabulary },
  concept_next: { holds: vocabulary, explained: ofConcept },
  concept_label_next: { holds: vocabulary },
  concept_relation_next: { holds: vocabulary },
  taxonomy_version: { holds: vocabulary },
  taxonomy_concept: { holds: vocabulary, explained: ofConcept },
  taxonomy_part_next: { holds: vocabulary, explained: { subject: 'A concept.', content: 'Of a concept.' } },
  import_run: { holds: 'Imports.', explained: { message: 'Of the program.' } },
  import_reject: {
    holds: 'Rows of imports that could not be read.',
    explained: { record: 'The start of a vacancy or programme as it was received.' },
  },
  raw_vacancy: {
    holds: 'Vacancies as they were received; emptied by the rule raw-record-months.',
    explained: { content: 'What an employer published. A contact in it is the one the employer chose to publish.' },
  },
  raw_training: {
    holds: 'Programmes as they were received.',
    explained: { content: 'What an educator published. A contact in it is the one the educator chose to publish.' },
  },
  unit: { holds: 'Parts of a programme with credits, of a school.' },
  unit_outcome: {
    holds: 'What somebody can do after such a part.',
    explained: { text: 'Of the outcome, as the school wrote it.' },
  },
  vacancy: {
    holds: 'Vacancies as they are published.',
    explained: { employer: 'The name of an organisation.', description: 'The text that the employer published.' },
  },
  vacancy_score: {
    holds: 'How vacancy texts of an organisation did, without the text.',
    explained: { text_hash: 'Of the text of a vacancy.' },
  },
  vacancy_pause: { holds: 'Vacancies that stand still, with how many people wait.' },
  desk_vacancy: {
    holds: 'Beside a vacancy, what its organisation knows of it. Row security: of the organisation only.',
    explained: {
      by_hand: 'Names of fields.',
      close_text: 'Why a vacancy closed, in words of the organisation, for colleagues.',
    },
  },
  admission_step: { holds: 'What somebody goes through before a place in a programme; public.' },
  enrolment_start: {
    holds: 'Starts of programmes with their places: how many are taken and held, and of whom is not in it.',
    explained: { by_hand: 'Whether the educator set the places.' },
  },
  outcome_tally: { holds: 'How many people of the starts of a year came how far. Of whom is not in it.' },
  outcome_report: {
    holds:
      'What an organisation says of its own starts, in counts. Row security: of the organisation; shown rounded to everybody.',
    explained: { subject: 'A programme or an initiative.', subject_kind: 'Whether it is a programme or an initiative.' },
  },
  initiative_runner: { holds: 'Which organisation runs an initiative.' },
  handover_kit: {
    holds: 'Handover kits of an organisation, drafts too. Row security: of the organisation only.',
    explained: { content: 'Of the programme that is handed over; nobody who can be asked.' },
  },
  handover_version: { holds: 'Versions of handover kits that were published.', explained: { content: 'As above.' } },
  handover_copy: {
    holds: 'Copies of handover kits. Row security: of the organisation only.',
    explained: { content: 'Of the programme that is handed over.', from_name: 'The name of an organisation.' },
  },
  programme: { holds: 'Programmes.', explained: { description: 'Of the programme.' } },
  desk_programme: {
    holds: 'Programmes that an organisation keeps, drafts too. Row security: of the organisation only.',
    explained: { content: 'Of the programme.', imported: 'Of the programme, as a file said it.' },
  },
  desk_import: {
    holds: 'Files with programmes that wait to be brought in; a day. Row security: of the organisation only.',
    explained: { notes: 'Of the program, about a file.' },
  },
  offering: { holds: 'When and where programmes start.' },
  rule: { holds: 'Dated rules.', explained: { note: 'Of the rule.' } },
  postcode: { holds: 'Places of postcodes.' },
  feed: { holds: 'Sources on the web.', explained: { name: 'Of the source.', claimed_by: 'A process of the program.' } },
  feed_run: { holds: 'When sources were read.', explained: { message: 'Of the program.' } },
  reading_verdict: { holds: 'How often a reading of words was right, over everybody: no text, no person.' },
  text_reading: { holds: 'Readings of texts by the hash of the text.' },
  organisation: {
    holds: 'Organisations, which are public.',
    explained: { name: 'Of the organisation.', about: 'What the organisation says of itself.' },
  },
  cohort: {
    holds: 'A start of an offering that people and employers are brought together for: how many it needs, and where it stands.',
    explained: { programme_title: 'Of the programme.', settle_by: 'A day.' },
  },
  cohort_employer: { holds: 'Employers that an educator asked for places in a cohort.' },
  cohort_place: {
    holds: 'Places of employers in a cohort.',
    explained: { place_name: 'A municipality.', tasks: 'What the work is, in words of the employer.' },
  },
  organisation_tie: { holds: 'Which organisations belong to which.' },
  people_list_day: { holds: 'How many lists of people an organisation looked at on a day.' },
  people_list_state: { holds: 'In which states of a vacancy its people were looked at, as hashes.' },
  risk_case: { holds: 'Confidential cases, with a name that an organisation gave them. Row security: of its circle only.' },
  risk_case_hidden: { holds: 'How many new people the next picture of a case waits for.' },
  risk_case_offer: { holds: 'Vacancies and courses on a case.' },
  risk_case_picture: { holds: 'Rounded counts of a case, made once: no count under ten, and nobody to be found in them.' },
  issuer_key: {
    holds: 'Keys with which organisations sign badges; what signs is encrypted. Row security: of the organisation only.',
  },
  school_break: { holds: 'Weeks without lessons of a school.' },
  choice_scenario: {
    holds: 'What a region asked about cohorts, and what came out: counts in tens. Row security: of the organisation only.',
    explained: { name: 'What the organisation calls the scenario.' },
  },
  reply_record: { holds: 'How soon an organisation answered. Of whom is not in it.' },
  decision_waiting: { holds: chain },
  decision_link: { holds: chain },
  decision_head: { holds: chain },
  decision_checkpoint: { holds: chain },
  erased_account: { holds: 'Keyed hashes of accounts that were erased, so that an old backup does not bring them back.' },
} as const satisfies Readonly<Record<string, OtherTable>>
