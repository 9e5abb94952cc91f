-- Sources on the web that are read on a schedule, and what each reading did. Raw records that are no longer needed are emptied.

create table feed (
  name text primary key,              -- as people type it: small letters, digits, hyphens
  url text not null,
  kind text not null,                 -- 'vacancies', 'trainings'
  reads_as text,                      -- format, where the address does not tell
  complete boolean not null default false,
  every_minutes int not null check (every_minutes > 0),
  added_at timestamptz not null,
  next_at timestamptz not null,       -- when it is due; also the memory of the schedule over a restart
  failures int not null default 0,    -- in a row: the wait grows with them
  etag text,                          -- of the last answer that was taken in whole
  last_modified text,
  claimed_by text,                    -- the process that reads it now, until then unless it says so again
  claimed_until timestamptz
);
create index feed_due on feed (next_at);

create table feed_run (
  id text primary key,
  feed text not null references feed (name) on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  outcome text not null check (outcome in ('taken', 'same', 'postponed', 'failed')),
  import_run text,                    -- import_run (id), where something was taken in
  counts jsonb not null default '{}',
  titles jsonb not null default '[]', -- of the first records that were new or changed
  message text not null
);
create index feed_run_latest on feed_run (feed, started_at desc, id desc);

-- When the content of a raw record was emptied; null while it is there. What it was known by and its checksum stay.
alter table raw_vacancy add column emptied_at timestamptz;
create index raw_vacancy_to_empty on raw_vacancy (received_at) where emptied_at is null and state <> 'published';
