-- Batch work in parts, taken by any number of processes (src/modules/jobs/README.md, docs/decisions/0019-jobs.md).

-- One turn of one kind of work: the refresh of kept plans of one night. Two processes that open the same turn make one.
create table job_run (
  id text primary key,
  kind text not null,
  slot text not null,                 -- which turn: a day, an hour, or how far the outbox was read
  parts integer not null check (parts >= 0),
  opened_at timestamptz not null,
  done_at timestamptz,                -- when the last part was done or given up
  unique (kind, slot)
);
create index job_run_opened on job_run (opened_at);

-- What one process does at a time. It is done when its row says so, in the transaction of its effects where there is one.
create table job_part (
  run text not null references job_run (id) on delete cascade,
  part integer not null,
  payload jsonb not null,             -- ranges and ids of vacancies: nothing about people
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null,       -- waiting still at this moment: it is offered anew
  begun_at timestamptz,
  begun_by text,                      -- a process of the program
  done_at timestamptz,
  result jsonb,                       -- counts of what was done
  reason text,                        -- why the last try failed
  primary key (run, part)
);
create index job_part_waiting on job_part (next_at) where state = 'waiting';
create index job_part_failed on job_part (done_at) where state = 'failed';

-- Processes that take parts, and when each was last heard of.
create table job_worker (
  id text primary key,
  host text not null,
  process integer not null,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- How far the outbox was read by who makes work of it.
create table job_cursor (
  name text primary key,
  revision bigint not null,
  moved_at timestamptz not null
);

-- People of a region in groups, as a choice of cohorts begins with: worked out at night. At least ten to a group, in tens.
create table cohort_input (
  region text primary key,
  data_version text not null,
  people integer not null,            -- in tens
  finding jsonb not null,
  made_at timestamptz not null
);

-- Who wants a mail when a new vacancy fits the training of a plan that they keep.
create table vacancy_alert_wish (
  account text primary key references account (id) on delete cascade,
  id text not null unique,            -- stands in the key of a message, where the account may not
  wished_at timestamptz not null,
  mailed_on date                      -- null: never
);

-- New vacancies that a kept plan leads to as well. A vacancy is told to somebody once.
create table vacancy_alert (
  account text not null references account (id) on delete cascade,
  vacancy text not null,
  title text not null,
  employer text not null,
  plan text not null,                 -- the way to it that was found: modules/planning/plan-id.ts
  found_at timestamptz not null,
  told boolean not null default false,
  primary key (account, vacancy)
);
create index vacancy_alert_untold on vacancy_alert (account) where not told;
create index vacancy_alert_found on vacancy_alert (found_at);

do $$
declare
  name text;
begin
  foreach name in array array['vacancy_alert_wish', 'vacancy_alert'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy own on %I using (account = acting_account())', name);
  end loop;
end $$;
