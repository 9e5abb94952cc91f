-- What works, comparably: counts per programme that outlive the people in them, and kits with which a region takes an initiative over
-- (`modules/outcomes/README.md`, `modules/handover/README.md`).

-- How many people of the starts in a year came how far, of those who are no longer in the record. No person, no day, no start: nobody can be found in it.
create table outcome_tally (
  programme text not null,
  organisation text not null references organisation (id) on delete cascade,
  year int not null,                  -- of the first day
  measure text not null,              -- what is counted: the names that `outcome_reached` gives, and the coin-mixed answers
  count int not null check (count >= 0),
  primary key (programme, year, measure)
);
create index outcome_tally_organisation on outcome_tally (organisation);

-- What an educator or initiative says of its own starts. Said by it, and not counted here.
create table outcome_report (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  subject_kind text not null check (subject_kind in ('programme', 'initiative')),
  subject text not null,              -- a programme of its own, or an initiative of the catalogue that it runs
  year int not null check (year > 0), -- of the first day
  definition text not null,           -- by which version of the definitions it counted
  counts jsonb not null,              -- {started: 24, placed: 18, ...}
  cost_euro int check (cost_euro >= 0),
  source text not null,               -- where it has them from
  said_on date not null,
  unique (subject_kind, subject, year)
);
create index outcome_report_organisation on outcome_report (organisation);

-- Which organisation here runs an initiative of the catalogue: who keeps the site says so.
create table initiative_runner (
  initiative text primary key,
  organisation text not null references organisation (id) on delete cascade,
  since date not null
);
create index initiative_runner_organisation on initiative_runner (organisation);

-- A job after a programme, of who agreed to be asked how it goes: one for each programme that somebody completed.
create table outcome_job (
  introduction text not null,         -- no foreign key: it outlives what stood in the introduction
  person text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,   -- the educator
  programme text not null,
  starts_on date not null,            -- of the programme
  completed_on date not null,
  began_on date not null,             -- in the job
  still_there boolean,                -- after 12 months; null: not answered
  taken_back boolean not null default false,  -- the yes to questions was taken back: it goes uncounted
  primary key (person, programme, starts_on)
);
create index outcome_job_introduction on outcome_job (introduction);

-- Whether somebody saw the question that is asked once; what they answered is nowhere.
create table outcome_asked (
  enrolment text primary key references enrolment (id) on delete cascade
);

-- How far an enrolment came, by definition set 1 (`data/outcomes/definitions.json`; a test compares). What once was reached stays reached. Used both for what is in
-- the record and for what goes from it, so that the two can never count otherwise.
create or replace function outcome_reached(of_enrolment text, of_state text, of_ended timestamptz, on_day date) returns setof text
language sql stable as $$
  select 'applied'
  union all select 'admitted' where exists
    (select from enrolment_move where enrolment = of_enrolment and state in ('admitted', 'enrolled', 'started', 'completed'))
  union all select 'started' where of_state in ('started', 'completed', 'stopped')
  union all select 'completed' where of_state = 'completed'
  -- Of whom it can be said: three months have passed.
  union all select 'placedOf' where of_state = 'completed' and (of_ended at time zone 'Europe/Amsterdam')::date + interval '3 months' < on_day
$$;

create or replace function outcome_kept(of_completed date, of_began date, of_still boolean, on_day date) returns setof text
language sql immutable as $$
  select 'placed' where of_completed + interval '3 months' < on_day
  union all select 'stayedOf' where of_completed + interval '3 months' < on_day and of_began + interval '12 months' < on_day
  union all select 'stayed' where of_still and of_completed + interval '3 months' < on_day and of_began + interval '12 months' < on_day
  union all select 'left' where not of_still and of_completed + interval '3 months' < on_day and of_began + interval '12 months' < on_day
$$;

-- A row that goes is added to the tally in the same moment, however it goes: it is counted once, there or here. A count that fell when somebody erased
-- their account would tell that they did.
create or replace function outcome_fold_enrolment() returns trigger language plpgsql as $$
begin
  -- With its organisation everything goes.
  if exists (select from organisation where id = old.organisation) then
    insert into outcome_tally (programme, organisation, year, measure, count)
      select old.programme, old.organisation, extract(year from old.starts_on)::int, reached, 1
        from outcome_reached(old.id, old.state, old.ended_at, (now() at time zone 'Europe/Amsterdam')::date) reached
      on conflict (programme, year, measure) do update set count = outcome_tally.count + 1;
  end if;
  return old;
end $$;
create trigger outcome_fold before delete on enrolment for each row execute function outcome_fold_enrolment();

create or replace function outcome_fold_job() returns trigger language plpgsql as $$
begin
  if not old.taken_back and exists (select from organisation where id = old.organisation) then
    insert into outcome_tally (programme, organisation, year, measure, count)
      select old.programme, old.organisation, extract(year from old.starts_on)::int, kept, 1
        from outcome_kept(old.completed_on, old.began_on, old.still_there, (now() at time zone 'Europe/Amsterdam')::date) kept
      on conflict (programme, year, measure) do update set count = outcome_tally.count + 1;
  end if;
  return old;
end $$;
create trigger outcome_fold before delete on outcome_job for each row execute function outcome_fold_job();

-- Handover kits: all that somebody elsewhere needs to do the same.
create table handover_kit (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  initiative text,                    -- of the catalogue, where it is one that the organisation runs
  programme text,                     -- of its own desk, where it is one: its outcomes go with it
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  content jsonb not null,
  version int not null default 1,     -- rises with every change: who changed an older one is told so
  published int not null default 0,   -- the last version that was published
  changed_at timestamptz not null
);
create index handover_kit_organisation on handover_kit (organisation);

-- Every version that was published, as it was: public, and never changed.
create table handover_version (
  kit text not null references handover_kit (id) on delete cascade,
  number int not null,
  content jsonb not null,
  published_at timestamptz not null,
  primary key (kit, number)
);

-- A member who put themselves down as a contact. Nobody else can.
create table handover_contact (
  kit text not null references handover_kit (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  account text not null references account (id) on delete cascade,
  said_yes_at timestamptz not null,
  primary key (kit, account)
);

-- A kit that was taken over: a copy of its own. It outlives the kit.
create table handover_copy (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  kit text not null,
  from_organisation text not null,
  from_name text not null,            -- as the other organisation was called then
  base_number int not null,           -- the version of the original that was last looked at in full
  base jsonb not null,                -- what the original said of each field when it was last taken over or left
  content jsonb not null,
  version int not null default 1,
  taken_at timestamptz not null,
  changed_at timestamptz not null
);
create index handover_copy_organisation on handover_copy (organisation);
create index handover_copy_kit on handover_copy (kit);

do $$
declare
  name text;
begin
  foreach name in array array['outcome_job', 'outcome_asked', 'outcome_report', 'handover_kit', 'handover_version', 'handover_contact', 'handover_copy'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  foreach name in array array['outcome_report', 'handover_kit', 'handover_contact', 'handover_copy'] loop
    execute format('create policy colleague on %I using (organisation = any(acting_organisations()))', name);
  end loop;
end $$;
-- Whether somebody found work is for them, and not for the educator.
create policy own on outcome_job using (person = acting_account());
create policy own on outcome_asked using (exists (select from enrolment e where e.id = enrolment and e.person = acting_account()));
create policy party on handover_version using (exists (select from handover_kit k where k.id = kit));
create policy own on handover_contact using (account = acting_account());
