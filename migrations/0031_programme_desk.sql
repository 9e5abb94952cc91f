-- Programmes that an educator keeps on its own desk (`modules/programme-desk/README.md`). What is published of one is an ordinary row of `programme`; what
-- its organisation works on stands here, so that a draft is in no list, plan, index or API: it is not in `programme` at all.

-- Withdrawn: in no list, plan or index any more. It stays for who is in the middle of it.
alter table programme add column state text not null default 'published' check (state in ('published', 'withdrawn'));

create table desk_programme (
  id text primary key,                -- of the row of `programme` that it is or becomes
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  content jsonb not null,             -- texts in one or two languages, facts, skills (confirmed or not), offerings
  imported jsonb,                     -- what a file or feed said of it the last time; null: made here
  import_source text,                 -- under which name that came
  version int not null default 1,     -- rises with every change: who changed an older one is told so
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index desk_programme_organisation on desk_programme (organisation);

-- Every change: what and when, by whom. Only added to.
create table desk_programme_change (
  programme text not null references desk_programme (id) on delete cascade,
  number int not null,
  organisation text not null references organisation (id) on delete cascade,
  what text not null,
  detail jsonb,                       -- names of fields; no text of anybody
  account text references account (id) on delete set null,
  key text references api_key (id) on delete set null,
  at timestamptz not null,
  primary key (programme, number)
);
create index desk_programme_change_organisation on desk_programme_change (organisation);

-- A file that was read and is not brought in yet: what it would change is shown first.
create table desk_import (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  import_source text not null,
  is_whole boolean not null,          -- it was read to its end: what is not in it is gone
  found jsonb not null,               -- programmes with their offerings, as read
  refused jsonb not null,             -- place and reason of each record that cannot be used
  notes jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  brought_in jsonb                    -- how many of each; null: not yet
);
create index desk_import_organisation on desk_import (organisation);

do $$
declare
  name text;
begin
  foreach name in array array['desk_programme', 'desk_programme_change', 'desk_import'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy colleague on %I using (organisation = any(acting_organisations()))', name);
  end loop;
end $$;
