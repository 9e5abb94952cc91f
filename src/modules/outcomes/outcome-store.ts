import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { OutcomeCounts } from './shown.ts'

/** Counts of the starts of a programme in a year: what is in the record and what went from it, together. */
export interface CountedYear {
  readonly programme: string
  readonly year: number
  readonly counts: OutcomeCounts & { readonly womenYes?: number; readonly womenNo?: number }
}

/** As a task: it counts over everybody. The years in order, the last first. */
export async function countYears(task: ActingDatabase, programmes: readonly string[], today: DateText): Promise<CountedYear[]> {
  const rows = await task.query<{ programme: string; year: number; counts: CountedYear['counts'] }>(
    `with each as (
       select e.programme, extract(year from e.starts_on)::int as year, reached as measure, 1 as count
         from enrolment e, outcome_reached(e.id, e.state, e.ended_at, $2::date) reached where e.programme = any($1::text[])
       union all
       select j.programme, extract(year from j.starts_on)::int, kept, 1
         from outcome_job j, outcome_kept(j.completed_on, j.began_on, j.still_there, $2::date) kept where j.programme = any($1::text[])
       union all
       select programme, year, measure, count from outcome_tally where programme = any($1::text[])),
     sums as (select programme, year, measure, sum(count)::int as count from each group by programme, year, measure)
     select programme, year, jsonb_object_agg(measure, count) as counts from sums group by programme, year order by programme, year desc`,
    [programmes, today],
  )
  return rows
}

/** Programmes of which anything was counted or said, with who answers for them. */
export async function listKnownProgrammes(task: ActingDatabase, organisation?: string): Promise<string[]> {
  const rows = await task.query<{ programme: string }>(
    `select programme from enrolment where $1::text is null or organisation = $1
     union select programme from outcome_tally where $1::text is null or organisation = $1
     union select subject from outcome_report where subject_kind = 'programme' and ($1::text is null or organisation = $1) order by 1 limit 500`,
    [organisation ?? null],
  )
  return rows.map(({ programme }) => programme)
}

export async function raiseTally(
  task: ActingDatabase,
  at: { readonly programme: string; readonly organisation: string; readonly year: number; readonly measure: string },
  by = 1,
): Promise<void> {
  await task.query(
    `insert into outcome_tally (programme, organisation, year, measure, count) values ($1, $2, $3, $4, $5)
     on conflict (programme, year, measure) do update set count = outcome_tally.count + excluded.count`,
    [at.programme, at.organisation, at.year, at.measure, by],
  )
}

/** Writes down that somebody saw the question that is asked once; false where they did before. */
export async function markAsked(inside: ActingDatabase, enrolment: string): Promise<boolean> {
  const rows = await inside.query(
    'insert into outcome_asked (enrolment) values ($1) on conflict (enrolment) do nothing returning enrolment',
    [enrolment],
  )
  return rows.length > 0
}

export async function wasAsked(inside: ActingDatabase, enrolment: string): Promise<boolean> {
  return (await inside.query('select 1 from outcome_asked where enrolment = $1', [enrolment])).length > 0
}

/** Jobs of people who agreed to questions afterwards and completed a programme, of which it is not written down yet; the first job counts. How many. */
export async function addJobs(task: ActingDatabase, months: number, today: DateText): Promise<number> {
  const rows = await task.query(
    `insert into outcome_job (introduction, person, organisation, programme, starts_on, completed_on, began_on)
     select distinct on (e.person, e.programme, e.starts_on) job.introduction, e.person, e.organisation, e.programme, e.starts_on,
         (e.ended_at at time zone 'Europe/Amsterdam')::date, job.began_on
       from enrolment e
       join (select introduction, person, min((due_on - make_interval(months => month))::date) as began_on
               from follow_up where asked_at is not null group by introduction, person) job on job.person = e.person
      where e.state = 'completed' and job.began_on between e.starts_on and ((e.ended_at at time zone 'Europe/Amsterdam')::date + make_interval(months => $1::int))
        and job.began_on <= $2::date
      order by e.person, e.programme, e.starts_on, job.began_on, job.introduction
     on conflict (person, programme, starts_on) do nothing returning person`,
    [months, today],
  )
  return rows.length
}

/** What was answered at twelve months; how many were new. */
export async function addStayed(task: ActingDatabase, month: number): Promise<number> {
  const rows = await task.query(
    `update outcome_job j set still_there = f.still_there from follow_up f
      where f.introduction = j.introduction and f.month = $1 and f.still_there is not null and j.still_there is distinct from f.still_there
      returning j.person`,
    [month],
  )
  return rows.length
}

/** They go after their term, and are counted on; not while the enrolment is there, since then they would be found and counted again. */
export async function removeOldJobs(task: ActingDatabase, before: DateText): Promise<number> {
  return (
    await task.query(
      `delete from outcome_job j where began_on < $1::date and not exists
         (select from enrolment e where e.person = j.person and e.programme = j.programme and e.starts_on = j.starts_on) returning person`,
      [before],
    )
  ).length
}

/** Somebody does not want to be asked any more: that their job came after a programme goes, and is not counted. */
export async function removeJobsOf(task: ActingDatabase, person: string): Promise<void> {
  await task.query('update outcome_job set taken_back = true where person = $1', [person])
  await task.query('delete from outcome_job where person = $1', [person])
}
