/** A person with rows in every table about people: each table of the register needs a line here, or the test names it. */
import type { ActingDatabase } from '../../platform/index.ts'

export const planted = {
  /** The person, who also is a recruiter; and somebody else, of whom nothing may go. */
  account: 'account-zzada',
  email: 'zzada@example.nl',
  other: 'account-bob',
  organisation: 'organisation-keiland',
} as const

/**
 * In every text that somebody wrote or that tells of them stands a word of its own: `zz-<table>-<column>`.
 * In the order in which rows need each other: `$1` is the person, `$2` somebody else, `$3` the organisation, `$4` the address.
 */
const rows: Readonly<Record<string, readonly string[]>> = {
  account: [`update account set phone = 'zz-account-phone', warned_on = '2026-01-01' where id = $1`],
  account_identity: [
    `insert into account_identity values ('zz-account_identity-issuer', 'zz-account_identity-subject', $1, now())`,
  ],
  sign_in_link: [
    `insert into sign_in_link (token_hash, browser_hash, email_folded, email, return_to, created_at, expires_at, issuer, subject)
     values ('secret-1', 'secret-2', lower($4), $4, '/nl', now(), now() + interval '1 hour', 'zz-sign_in_link-issuer', 'zz-sign_in_link-subject')`,
  ],
  session: [`insert into session values ('s1', 'secret-3', $1, 'zz-session-browser', now(), now(), now() + interval '10 days')`],
  kept_plan: [
    `insert into kept_plan (id, account, plan, facts, profile_hash, kept_at, checked_at, news)
     values ('k1', $1, 'zz-kept_plan-plan', '{"title": "zz-kept_plan-facts"}', 'h', now(), now(), '{"kind": "zz-kept_plan-news"}')`,
  ],
  plan_mail_wish: [`insert into plan_mail_wish values ($1, 'w1', now(), '2026-11-11')`],
  vacancy_alert_wish: [`insert into vacancy_alert_wish values ($1, 'w2', now(), '2026-11-12')`],
  vacancy_alert: [
    `insert into vacancy_alert values ($1, 'zz-vacancy_alert-vacancy', 'zz-vacancy_alert-title', 'zz-vacancy_alert-employer', 'zz-vacancy_alert-plan', now(), false)`,
  ],
  member: [`insert into member values ($3, $1, '{recruiter}', now())`],
  invitation: [
    `insert into invitation (id, token_hash, organisation, email, email_folded, roles, created_at, expires_at)
     values ('i1', 'secret-4', $3, $4, lower($4), '{recruiter}', now(), now() + interval '5 days')`,
    `insert into invitation (id, token_hash, organisation, email, email_folded, roles, invited_by, created_at, expires_at)
     values ('i2', 'secret-5', $3, 'kim@example.nl', 'kim@example.nl', '{recruiter}', $1, now(), now() + interval '5 days')`,
  ],
  api_key: [
    `insert into api_key values ('key1', $3, 'zz-api_key-name', 'secret-6', '{people:read}', $1, now(), null, now() + interval '9 days')`,
  ],
  organisation_check: [
    `insert into organisation_check values ('c1', $3, 'domain', 'checked', 'zz-organisation_check-subject', $1, now())`,
  ],
  domain_check: [
    `insert into domain_check values ('secret-7', $3, 'zz-domain_check-domain', $1, now(), now() + interval '1 day')`,
  ],
  onboarding: [
    `insert into onboarding (id, organisation, created_by, created_at, expires_at, language, lines, refused)
     values ('o1', $3, $1, now(), now() + interval '9 days', 'nl', jsonb_build_array(jsonb_build_object('line', 2, 'name', 'Zaak', 'email', $4::text)), '[]')`,
  ],
  desk_vacancy_change: [
    `insert into vacancy (id, state, title, employer, description, language, facts, requirements, source, published_on, fingerprint, organisation)
     values ('v1', 'published', 'Beheerder', 'Keiland', 'Tekst', 'nl', '{}', '[]', 'desk', current_date, 'f', $3)`,
    `insert into desk_vacancy_change values ('v1', 1, $3, 'zz-desk_vacancy_change-what', '["hours"]', $1, null, now())`,
  ],
  desk_programme_change: [
    `insert into desk_programme (id, organisation, state, content, created_at, changed_at) values ('dp1', $3, 'draft', '{}', now(), now())`,
    `insert into desk_programme_change values ('dp1', 1, $3, 'zz-desk_programme_change-what', '["weeks"]', $1, null, now())`,
  ],
  need_release: [],
  mail: [
    `insert into mail (id, template, account, language, kind, once, data, state, written_at, next_at, settled_at, reason)
     values ('m1', 'zz-mail-template', $1, 'nl', 'needed', 'x/1', '{"text": "zz-mail-data"}', 'sent', now(), now(), now(), 'zz-mail-reason')`,
    `insert into mail (id, template, email, language, kind, once, data, written_at, next_at)
     values ('m2', 'sign-in-link', $4, 'nl', 'needed', 'x/2', '{"token": "secret-8"}', now(), now())`,
    // To a recruiter, about the person.
    `insert into mail (id, template, account, language, kind, once, data, written_at, next_at)
     values ('m3', 'introduction-declined', $2, 'nl', 'needed', 'declined/intro1/1/x', '{"text": "zz-about-the-person"}', now(), now())`,
  ],
  introduction: [
    `insert into introduction (id, person, organisation, vacancy, vacancy_title, proposed_by, state, handle, shown, created_at, changed_at, waits_for, asked_on,
       reason_text, adviser_text, next_plan)
     values ('intro1', $1, $3, 'v1', 'Beheerder', 'person', 'talking', '4127', '{"skills": ["zz-introduction-shown"]}', now(), now(), null,
       current_date, 'zz-introduction-reason_text', 'zz-introduction-adviser_text', '{"title": "zz-introduction-next_plan"}')`,
    // As a recruiter, with somebody else.
    `insert into introduction (id, person, organisation, vacancy, vacancy_title, proposed_by, proposer_account, state, handle, shown, created_at, changed_at)
     values ('intro2', $2, $3, 'v1', 'Beheerder', 'organisation', $1, 'talking', '5127', '{"skills": []}', now(), now())`,
  ],
  introduction_step: [
    `insert into introduction_step values ('intro1', 1, 'propose', 'person', $1, 'proposed', now())`,
    `insert into introduction_step values ('intro2', 1, 'propose', 'organisation', $1, 'proposed', now())`,
  ],
  introduction_message: [
    `insert into introduction_message values ('msg1', 'intro1', 'person', $1, 'zz-introduction_message-text', now())`,
    `insert into introduction_message values ('msg2', 'intro2', 'organisation', $1, 'Kom je praten?', now())`,
  ],
  introduction_release: [`insert into introduction_release values ('intro1', 'name', now(), current_date + 20)`],
  introduction_report: [
    `insert into introduction_report (id, introduction, by_side, by_account, about, text, at)
     values ('r1', 'intro1', 'person', $1, 'zz-introduction_report-about', 'zz-introduction_report-text', now())`,
    `insert into introduction_report (id, introduction, by_side, by_account, about, text, at, settled_by)
     values ('r2', 'intro2', 'organisation', $1, 'rude', 'Niet aardig', now(), $1)`,
  ],
  introduction_nudge: [`insert into introduction_nudge values ('intro1', current_date, 'first', now())`],
  follow_up: [
    `insert into follow_up (id, introduction, person, organisation, month, due_on, hours, happy) values ('f1', 'intro1', $1, $3, 3, current_date, 31, 4)`,
  ],
  advising: [`insert into advising values ($1, $3, 'zz-advising-handle', now(), null)`],
  advice_note: [
    `insert into advice_note values ('n1', $1, $3, 'person', $1, 'zz-advice_note-text', null, now())`,
    `insert into advising values ($2, $3, 'handle-bob', now(), null)`,
    `insert into advice_note values ('n2', $2, $3, 'adviser', $1, 'Bel over de cursus', null, now())`,
  ],
  enrolment: [
    `insert into enrolment_start (offering, starts_on, organisation, programme, places) values ('off1', current_date + 30, $3, 'prog1', 5)`,
    `insert into enrolment (id, person, organisation, programme, programme_title, offering, starts_on, state, called, email, skills, applied_at, changed_at,
       reason, reason_text, next_plan)
     values ('enrol1', $1, $3, 'prog1', '{"nl": "zz-enrolment-programme_title"}', 'off1', current_date + 30, 'admitted', 'zz-enrolment-called',
       'zz-enrolment-email', '[{"skill": "zz-enrolment-skills"}]', now(), now(), 'zz-enrolment-reason', 'zz-enrolment-reason_text',
       '{"title": "zz-enrolment-next_plan"}')`,
    `insert into enrolment (id, person, organisation, programme, programme_title, offering, starts_on, state, called, applied_at, changed_at)
     values ('enrol2', $2, $3, 'prog1', '{"nl": "Linux"}', 'off1', current_date + 30, 'enrolled', 'Bob', now(), now())`,
  ],
  outcome_job: [
    `insert into outcome_job values ('zz-outcome_job-introduction', $1, $3, 'zz-outcome_job-programme', current_date - 500, current_date - 20, current_date - 10)`,
  ],
  outcome_asked: [`insert into outcome_asked values ('enrol1')`],
  handover_contact: [
    `insert into handover_kit values ('kit1', $3, false, null, null, 'draft', '{}', 1, 0, now())`,
    `insert into handover_contact values ('kit1', $3, $1, now())`,
  ],
  enrolment_step: [
    `insert into enrolment_step (enrolment, number, kind, purpose, planned_text, outcome, reason, by_account)
     values ('enrol1', 1, 'interview', '{"nl": "zz-enrolment_step-purpose"}', 'zz-enrolment_step-planned_text', 'notPassed', 'zz-enrolment_step-reason', $2)`,
    `insert into enrolment_step (enrolment, number, kind, purpose, by_account) values ('enrol2', 1, 'interview', '{"nl": "Gesprek"}', $1)`,
  ],
  enrolment_move: [
    `insert into enrolment_move values ('enrol1', 1, 'zz-enrolment_move-move', 'person', $1, 'applied', now())`,
    `insert into enrolment_move values ('enrol2', 1, 'begin', 'educator', $1, 'admitting', now())`,
  ],
  senior: [`insert into senior (account, organisation, role, changed_at) values ($1, $3, 'practiceSupervisor', now())`],
  senior_week: [`insert into senior_week (account, week, budget_minutes) values ($1, '2027-01-04', 240)`],
  senior_booking: [
    `insert into senior_booking (id, account, purpose, ref, from_week, until_week, minutes_per_week, made_at)
     values ('sb1', $1, 'guestLesson', 'zz-senior_booking-ref', '2027-01-04', '2027-01-04', 60, now())`,
  ],
  risk_participation: [
    `insert into risk_case (id, organisation, title, opened_at, ends_on) values ('case1', $3, 'Groep', now(), current_date + 30)`,
    `insert into risk_participation values ('case1', $1, current_date, false)`,
    `insert into risk_participation values ('case1', $2, current_date, false)`,
  ],
  held_credential: [
    `insert into held_credential (id, person, form, kind, document, document_hash, title, issuer_id, issuer_name, conclusion, checks, imported_at, checked_at)
     values ('held1', $1, 'json', 'verifiable', 'zz-held_credential-document', 'h1', 'zz-held_credential-title', 'zz-held_credential-issuer_id',
       'zz-held_credential-issuer_name', 'evidenced', '{"dates": "zz-held_credential-checks"}', now(), now())`,
    `insert into held_credential (id, person, form, kind, document_hash, title, issuer_name, conclusion, checks, imported_at, checked_at)
     values ('held2', $2, 'json', 'elm', 'h2', 'Linux', 'Academie', 'evidenced', '{}', now(), now())`,
  ],
  held_credential_skill: [`insert into held_credential_skill values ('held1', 'zz-held_credential_skill-concept', 'read')`],
  training_record: [
    `insert into training_record (id, organisation, person, credential, person_name, title, issuer_name, conclusion, released_at)
     values ('record1', $3, $1, 'held1', 'zz-training_record-person_name', 'zz-training_record-title', 'zz-training_record-issuer_name', 'evidenced', now())`,
  ],
  issued_badge: [
    `insert into issuer_key (id, organisation, made_at) values ('z6Mkplanted', $3, now())`,
    `insert into issued_badge (id, organisation, person, kind, ref, achievement, document, jwt, signed_with, issued_at, reason)
     values ('badge1', $3, $1, 'unit', 'zz-issued_badge-ref', '{"title": "zz-issued_badge-achievement"}', 'zz-issued_badge-document', 'jwt', 'z6Mkplanted',
       now(), 'zz-issued_badge-reason')`,
    `insert into issued_badge (id, organisation, person, kind, ref, achievement, document, jwt, signed_with, issued_at, issued_by)
     values ('badge2', $3, $2, 'unit', 'linux', '{"title": "Linux"}', 'document', 'jwt', 'z6Mkplanted', now(), $1)`,
  ],
  badge_status: [
    `insert into badge_status values ($3, 4711, 'badge1', false)`,
    `insert into badge_status values ($3, 4712, 'badge2', false)`,
  ],
  badge_offer: [
    `insert into badge_offer (id, organisation, email, email_folded, kind, ref, achievement, made_at, expires_at)
     values ('offer1', $3, $4, lower($4), 'unit', 'zz-badge_offer-ref', '{"title": "zz-badge_offer-achievement"}', now(), now() + interval '9 days')`,
    `insert into badge_offer (id, organisation, email, email_folded, kind, ref, achievement, made_at, expires_at, made_by)
     values ('offer2', $3, 'kim@example.nl', 'kim@example.nl', 'unit', 'linux', '{"title": "Linux"}', now(), now() + interval '9 days', $1)`,
  ],
  placement: [
    `insert into placement (id, person, school, employer, programme, programme_title, offering, from_on, until_on, hours_per_week, phases, state, end_reason,
       end_text, created_at, changed_at, ended_at)
     values ('place1', $1, $3, $3, 'zz-placement-programme', '{"nl": "zz-placement-programme_title"}', 'zz-placement-offering', current_date, current_date + 90, 36,
       '[{"from": "zz-placement-phases"}]', 'ended', 'zz-placement-end_reason', 'zz-placement-end_text', now(), now(), now())`,
    `insert into placement (id, person, school, employer, programme, programme_title, supervisor, coach, from_on, until_on, hours_per_week, phases, state, created_at, changed_at)
     values ('place2', $2, $3, $3, 'prog1', '{"nl": "Linux"}', $1, $1, current_date, current_date + 90, 36, '[]', 'active', now(), now())`,
  ],
  placement_step: [
    `insert into placement_step values ('place1', 1, 'zz-placement_step-step', 'student', $1, 'active', 'zz-placement_step-detail', now())`,
    `insert into placement_step values ('place2', 1, 'offer', 'school', $1, 'signing', null, now())`,
  ],
  placement_agreement: [
    `insert into placement_agreement (id, placement, number, made_from, made_from_version, change, text_nl, text_en, hash, signers, sign_by, made_at)
     values ('agree1', 'place1', 1, 'bbl', '2026-11-01', null, 'zz-placement_agreement-text_nl', 'zz-placement_agreement-text_en', 'h', '["student"]', current_date, now())`,
    `insert into placement_agreement (id, placement, number, made_from, made_from_version, text_nl, text_en, hash, signers, sign_by, made_at, made_by)
     values ('agree2', 'place2', 1, 'bbl', '2026-11-01', 'Tekst', 'Text', 'h', '["student"]', current_date, now(), $1)`,
  ],
  placement_signature: [
    `insert into placement_signature values ('agree1', 'student', $1, null, 'secret-9', 'h', now())`,
    `insert into placement_signature values ('agree2', 'employer', $1, $3, 'secret-9', 'h', now())`,
  ],
  placement_interruption: [
    `insert into placement_interruption values ('pause1', 'place1', current_date, current_date, 'zz-placement_interruption-reason', 'student', now())`,
  ],
  placement_hours: [
    `insert into placement_hours values ('place1', '2026-11-23', 30, 6, 'student', $1, now(), null, null)`,
    `insert into placement_hours values ('place2', '2026-11-23', 30, 6, 'employer', $1, now(), $1, now())`,
  ],
  placement_leave: [`insert into placement_leave values ('leave1', 'place1', current_date, current_date, now())`],
  placement_nudge: [`insert into placement_nudge values ('agree1', 'student', 'first', now())`],
  placement_wish: [`insert into placement_wish values ($1, 'page')`],
  employer_recognition: [
    `insert into employer_recognition values ('rec1', $3, '27016', current_date, current_date, current_date, 'SBB', $3, $1, now())`,
  ],
  credit_book: [
    `insert into unit (id, programme, organisation, family, version, code, title, scale, amount, evidence_minutes, created_at)
     values ('unit1', 'programme', $3, 'unit1', 1, 'B', '{"nl": "Back-up", "en": "Backup"}', 'ects', 30, 60, now())`,
    `insert into unit_outcome values ('outcome1', 'unit1', 1, '{"nl": "Je kunt", "en": "You can"}', null)`,
    `insert into credit_book (placement, person, school, employer, programme, starts_on, ends_on, opened_at)
     values ('book1', $1, $3, $3, 'programme', '2026-01-01', '2027-01-01', now())`,
    // As a supervisor and assessor of somebody else.
    `insert into credit_book (placement, person, school, employer, programme, starts_on, ends_on, opened_at)
     values ('book2', $2, $3, $3, 'programme', '2026-01-01', '2027-01-01', now())`,
  ],
  activity: [
    `insert into activity (id, book, person, from_day, until_day, text, minutes, state, logged_at, changed_at)
     values ('work1', 'book1', $1, '2026-11-01', '2026-11-01', 'zz-activity-text', 60, 'confirmed', now(), now())`,
    `insert into activity (id, book, person, from_day, until_day, text, minutes, state, logged_at, changed_at)
     values ('work2', 'book2', $2, '2026-11-01', '2026-11-01', 'Back-ups', 60, 'confirmed', now(), now())`,
  ],
  activity_step: [
    `insert into activity_step values ('work1', 1, 'book1', 'returned', $2, 'zz-activity_step-reason', 'zz-activity_step-facts', now())`,
    `insert into activity_step values ('work2', 1, 'book2', 'confirmed', $1, null, 'hash', now())`,
  ],
  activity_outcome: [`insert into activity_outcome values ('work1', 'outcome1', 'unit1', 'book1')`],
  evidence: [
    `insert into evidence values ('file1', 'work1', 'book1', 'zz-evidence-name', 'text', 3, 'zz-evidence-sha256', now(), null)`,
  ],
  evidence_piece: [`insert into evidence_piece values ('file1', 0, 'book1', 'abc')`],
  assessment_step: [
    `insert into assessment_step values ('assess1', 'book1', $1, 'unit1', 'sentBack', $2, 'zz-assessment_step-text', now())`,
    `insert into assessment_step values ('assess2', 'book2', $2, 'unit1', 'sentBack', $1, 'Nog een keer', now())`,
  ],
  award: [
    `insert into award values ('award1', 'book1', 'unit1', 20, $2, 'key-1', now())`,
    `insert into award values ('award2', 'book2', 'unit1', 20, $1, 'key-1', now())`,
  ],
  award_activity: [
    `insert into award_activity values ('award1', 'work1', 'book1', 60, 1, 'zz-award_activity-facts', '["zz-award_activity-files"]')`,
  ],
  award_withdrawal: [
    `insert into award_withdrawal values ('award1', 'book1', $2, now())`,
    `insert into award_withdrawal values ('award2', 'book2', $1, now())`,
  ],
  award_note: [`insert into award_note values ('award1', 'withdrawal', $1, 'book1', 'zz-award_note-text')`],
  ledger_entry: [`insert into ledger_entry values ('book1', 1, 'award', 'award1', 'unit1', now(), 'seal')`],
  ledger_line: [`insert into ledger_line values ('book1', 1, 'earned', 20), ('book1', 1, 'pool', -20)`],
  cohort_person: [
    `insert into cohort (id, organisation, programme, offering, programme_title, starts_on, settle_by, least, most, state, seed, proposal, created_at, changed_at)
     values ('coh1', $3, 'prog1', 'off1', '{"nl": "Linux", "en": "Linux"}', current_date + 60, current_date + 30, 1, 8, 'settled', 'seed', 1, now(), now())`,
    `insert into cohort_employer values ('coh1', $3, now(), 'taking', now())`,
    `insert into cohort_place (id, cohort, organisation, seats, hours_from, hours_to, place_name, region, lat, lon, tasks, lot, created_at)
     values ('cohplace1', 'coh1', $3, 2, 32, 36, 'Utrecht', 'AM15', 52.1, 5.1, 'Beheer', 1, now())`,
    `insert into cohort_person (id, cohort, person, handle, text_version, language, lot, hours_from, hours_to, place_name, region, lat, lon, most_minutes,
       travel_mode, skills, joined_at)
     values ('cohp1', 'coh1', $1, '5127', 'zz-cohort_person-text_version', 'nl', 1, 28, 32, 'zz-cohort_person-place_name', 'zz-cohort_person-region', 52.1, 5.1, 45,
       'bike', '[{"skill": "zz-cohort_person-skills"}]', now())`,
    `insert into cohort_person (id, cohort, person, handle, text_version, language, lot, hours_from, hours_to, place_name, region, lat, lon, most_minutes,
       travel_mode, skills, joined_at)
     values ('cohp2', 'coh1', $2, '6127', 'v', 'nl', 2, 28, 32, 'Utrecht', 'AM15', 52.1, 5.1, 45, 'bike', '[]', now())`,
  ],
  cohort_meeting: [`insert into cohort_meeting values ('cohp1', $3, 'educator', now(), now())`],
  cohort_rank: [`insert into cohort_rank values ('person', 'cohp1', 'cohplace1', 1, now())`],
  cohort_proposal: [`insert into cohort_proposal values ('coh1', 1, $1, now(), 'hash', false)`],
  cohort_pair: [
    `insert into cohort_pair (cohort, number, participant, place, person_yes_at, placement) values ('coh1', 1, 'cohp1', 'cohplace1', now(), 'zz-cohort_pair-placement')`,
  ],
  cohort_step: [`insert into cohort_step values ('coh1', 1, 'begin', 'open', $1, now())`],
  risk_case_seat: [`insert into risk_case_seat values ('seat1', 'case1', $1, $3, true, now())`],
  risk_case_invitation: [`insert into risk_case_invitation values ('case1', 'hash of ' || $4, current_date)`],
}

/** Puts the rows that no module was asked for. Tables that modules filled have none here. */
export async function plantRows(inside: ActingDatabase): Promise<void> {
  const values = [planted.account, planted.other, planted.organisation, planted.email]
  for (const sql of Object.values(rows).flat()) {
    const most = Math.max(0, ...[...sql.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)))
    // A statement takes the parameters that it names, and the database asks for all up to the highest.
    const unused = values.slice(0, most).flatMap((_, at) => (sql.includes(`$${at + 1}`) ? [] : [at + 1]))
    const renamed = renumber(sql, unused)
    await inside.query(
      renamed,
      values.slice(0, most).filter((_, at) => !unused.includes(at + 1)),
    )
  }
}

function renumber(sql: string, unused: readonly number[]): string {
  return sql.replace(/\$(\d)/g, (_, number: string) => `$${Number(number) - unused.filter((one) => one < Number(number)).length}`)
}
