-- Enrolments: a person's way through one start of an offering, from "I want to take part" to the end (`modules/enrolments/README.md`).

-- What somebody goes through before a place, in order: of a programme, public. Whoever applies gets a copy, so that it does not change on the way.
create table admission_step (
  programme text not null references programme (id) on delete cascade,
  number int not null,
  organisation text not null references organisation (id) on delete cascade,
  kind text not null check (kind in ('assessment', 'interview', 'trial', 'other')),
  purpose jsonb not null,             -- what it is for: {nl, en}, one of them or both
  primary key (programme, number)
);

-- A start with its places. No reference to the offering: an import that leaves an offering out must not take people's enrolments along.
create table enrolment_start (
  offering text not null,
  starts_on date not null,
  organisation text not null references organisation (id) on delete cascade,
  programme text not null,
  places int check (places between 0 and 10000),  -- null: without a number
  by_hand boolean not null default false,         -- places and window were set here; otherwise they are those of the offering
  enrol_from date,
  enrol_until date,
  taken int not null default 0,       -- enrolled, started and completed: kept by the trigger below
  held int not null default 0,        -- offered until a day
  primary key (offering, starts_on),
  -- Whatever happens at once: no place is given twice.
  constraint enrolment_places check (places is null or taken + held <= places)
);
create index enrolment_start_organisation on enrolment_start (organisation, starts_on);

create table enrolment (
  id text primary key,
  person text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  programme text not null,
  programme_title jsonb not null,     -- as it was when they applied: a programme may change or go
  offering text not null,
  starts_on date not null,
  demo boolean not null default false,
  state text not null check (state in
    ('applied', 'admitting', 'waiting', 'admitted', 'enrolled', 'started', 'completed', 'declined', 'withdrawn', 'stopped')),
  quiet boolean not null default false,  -- waits, and let an offered place pass: is asked no more until they say so
  called text not null,               -- how the educator may call the person
  email text,                         -- where they released it
  skills jsonb,                       -- what the programme asks, and whether they have it; null where they did not agree
  applied_at timestamptz not null,
  changed_at timestamptz not null,
  waiting_since timestamptz,
  held_until date,
  ended_at timestamptz,
  reason text,                        -- of an end: one of a list
  reason_by text check (reason_by in ('person', 'educator', 'clock')),
  reason_text text,                   -- for the other side
  next_plan jsonb,                    -- what was offered with a no
  foreign key (offering, starts_on) references enrolment_start (offering, starts_on) on delete cascade
);
create index enrolment_person on enrolment (person, changed_at desc);
create index enrolment_organisation on enrolment (organisation);
create index enrolment_of_start on enrolment (offering, starts_on, state, waiting_since);
-- One open enrolment of somebody in one start.
create unique index enrolment_open on enrolment (person, offering, starts_on) where ended_at is null;

-- The admission steps of one enrolment. Passed or not passed with a reason that the person reads; never a grade.
create table enrolment_step (
  enrolment text not null references enrolment (id) on delete cascade,
  number int not null,
  kind text not null check (kind in ('assessment', 'interview', 'trial', 'other')),
  purpose jsonb not null,
  planned_on date,
  planned_text text,                  -- time and place, in words
  outcome text check (outcome in ('passed', 'notPassed')),
  reason text,
  by_account text references account (id) on delete set null,
  settled_at timestamptz,
  primary key (enrolment, number)
);

-- Every move, by name: append-only.
create table enrolment_move (
  enrolment text not null references enrolment (id) on delete cascade,
  number int not null,
  move text not null,                 -- a name of `moves.ts`, or 'apply'
  by_side text not null check (by_side in ('person', 'educator', 'clock')),
  by_account text references account (id) on delete set null,
  state text not null,
  at timestamptz not null,
  primary key (enrolment, number)
);

-- Places that are taken and held, counted by the database itself: also when a row goes because somebody erased their account.
create or replace function enrolment_count_places() returns trigger language plpgsql as $$
declare
  of_offering text;
  of_start date;
  more_taken int := 0;
  more_held int := 0;
begin
  if tg_op <> 'DELETE' then
    of_offering := new.offering;
    of_start := new.starts_on;
    more_taken := (new.state in ('enrolled', 'started', 'completed'))::int;
    more_held := (new.state = 'admitted')::int;
  end if;
  if tg_op <> 'INSERT' then
    of_offering := old.offering;
    of_start := old.starts_on;
    more_taken := more_taken - (old.state in ('enrolled', 'started', 'completed'))::int;
    more_held := more_held - (old.state = 'admitted')::int;
  end if;
  if more_taken <> 0 or more_held <> 0 then
    update enrolment_start set taken = taken + more_taken, held = held + more_held where offering = of_offering and starts_on = of_start;
  end if;
  return null;
end $$;
create trigger enrolment_places after insert or update of state or delete on enrolment
  for each row execute function enrolment_count_places();

do $$
declare
  name text;
begin
  foreach name in array array['enrolment', 'enrolment_step', 'enrolment_move'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- What belongs to an enrolment is seen by who sees the enrolment.
  foreach name in array array['enrolment_step', 'enrolment_move'] loop
    execute format('create policy party on %I using (exists (select from enrolment e where e.id = enrolment))', name);
  end loop;
end $$;
create policy own on enrolment using (person = acting_account());
create policy educator on enrolment using (organisation = any(acting_organisations()));
