-- Vacancies that an organisation keeps on its own desk: what stands beside the published row, and every change of it
-- (`modules/vacancy-desk/README.md`). The row itself is an ordinary one of `vacancy`.

create table desk_vacancy (
  vacancy text primary key references vacancy (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  place text,                         -- the place of work as it was filled in beside the text
  reasons jsonb not null default '{}', -- why something that a check marked stays, by the key of its item
  by_hand jsonb not null default '[]', -- fields that somebody set: reading the text again leaves them
  against int not null default 0,     -- marks *against the law* without a reason, in the text as it is kept
  version int not null default 1,     -- rises with every change: who changed an older one is told so
  close_reason text,
  close_text text,
  changed_at timestamptz not null
);
create index desk_vacancy_organisation on desk_vacancy (organisation);

-- Every change: what and when, by whom. Only added to.
create table desk_vacancy_change (
  vacancy text not null references vacancy (id) on delete cascade,
  number int not null,
  organisation text not null references organisation (id) on delete cascade,
  what text not null,
  detail jsonb,                       -- which fields, which reason; no text of anybody
  account text references account (id) on delete set null,
  key text references api_key (id) on delete set null,
  at timestamptz not null,
  primary key (vacancy, number)
);
create index desk_vacancy_change_organisation on desk_vacancy_change (organisation);

do $$
declare
  name text;
begin
  foreach name in array array['desk_vacancy', 'desk_vacancy_change'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy colleague on %I using (organisation = any(acting_organisations()))', name);
  end loop;
end $$;

-- How many lists of people an organisation asked for on a day, and in which states a vacancy was when its people were looked at: many slightly
-- changed vacancies could find out more of a profile without a name than it shows. No person in it.
create table people_list_day (
  organisation text not null references organisation (id) on delete cascade,
  day date not null,
  lists int not null,
  primary key (organisation, day)
);
create table people_list_state (
  vacancy text not null references vacancy (id) on delete cascade,
  number int not null,
  state text not null,                -- a hash of place, wage, hours and the like
  first_at timestamptz not null,
  primary key (vacancy, number)
);
