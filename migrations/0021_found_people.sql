-- People who agreed to be found without a name (docs/decisions/0016-found-without-a-name.md).
--
-- Three tables, from the most to the least that somebody may see: who it is and all that matching uses (the person, and tasks of the program),
-- what members of organisations are shown (coarsened), and numbers that were given out (never a second time).

-- A found person. The id is the number in 'Profiel 4127': drawn by chance, never derived from the account.
create table found_person (
  id text primary key check (id ~ '^[1-9][0-9]{3,5}$'),
  account text unique references account (id) on delete cascade,  -- null: of the demo world
  demo boolean not null default false,
  region text,
  profile jsonb not null,             -- what matching uses of it: modules/match-profiles/found-profile.ts
  updated_at timestamptz not null
);

-- What is shown of a found person. `cell`: all of it that could single somebody out, as one text; '' where all of that was left out.
create table match_profile (
  handle text primary key references found_person (id) on delete cascade,
  demo boolean not null default false,
  cell text not null,
  skills text[] not null,             -- the skills in it: how many people show one is counted
  shown jsonb not null,               -- modules/match-profiles/match-profile.ts
  coarsened_on date                   -- a day, not a moment: a moment tells who came just now. Null: nothing that could single out is shown yet
);
create index match_profile_waiting on match_profile (handle) where coarsened_on is null;
create index match_profile_cell on match_profile (cell);
create index match_profile_skills on match_profile using gin (skills);

-- A number is given to one person only: a list of last year must not come to mean another person.
create table match_handle (
  handle text primary key
);

-- Row-level security -----------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['found_person', 'match_profile', 'match_handle'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
end $$;

create policy own on found_person for select using (account = acting_account());
create policy own on match_profile for select using (
  exists (select from found_person where found_person.id = match_profile.handle and found_person.account = acting_account()));
-- Who acts for an organisation, or with a key of one, sees what is shown, and never whose it is.
create policy organisation on match_profile for select using (cardinality(acting_organisations()) > 0);

-- The outbox -------------------------------------------------------------------------------------------------------
-- As of the pool (0010): engines keep an index of who is found, and follow what changes.

insert into revision (area) values ('found');

create trigger outbox_wait before insert or update or delete on found_person
  for each statement execute function wait_for_area('found');
create trigger outbox_insert after insert on found_person
  referencing new table as after for each statement execute function name_rows('found', 'person');
create trigger outbox_update after update on found_person
  referencing old table as before new table as after for each statement execute function name_rows('found', 'person');
create trigger outbox_delete after delete on found_person
  referencing old table as before for each statement execute function name_rows('found', 'person');
create trigger outbox_truncate after truncate on found_person
  for each statement execute function name_everything('found');
