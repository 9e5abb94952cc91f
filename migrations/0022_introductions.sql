-- Introductions: a person and an organisation let into contact, step by step (`modules/introductions/README.md`).

create table introduction (
  id text primary key,
  person text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  vacancy text not null,
  vacancy_title text not null,        -- as it was when it began: a vacancy may change or go
  demo boolean not null default false,
  proposed_by text not null check (proposed_by in ('person', 'organisation', 'educator', 'adviser')),
  proposer_organisation text references organisation (id) on delete set null,   -- the educator's or adviser's
  proposer_account text references account (id) on delete set null,
  state text not null check (state in
    ('suggested', 'proposed', 'accepted', 'talking', 'trainingAgreed', 'hired', 'started', 'declined', 'withdrawn', 'expired')),
  pending_step text check (pending_step in ('agreeTraining', 'hire')),
  pending_by text check (pending_by in ('person', 'organisation')),
  offering text,                      -- the training that is agreed or offered with it
  starts_on date,                     -- first day of work, once hired
  handle text not null,               -- of the profile without a name, as the organisation knows the person
  shown jsonb not null,               -- that profile as it was shared; emptied some weeks after the end
  waits_for text check (waits_for in ('person', 'organisation')),
  asked_on date,                      -- day of the question that waits; working days count from here
  due_on date,                        -- last day to answer; null: nobody presses
  overdue_at timestamptz,             -- the person was told that no answer came
  read_at timestamptz,                -- the organisation first opened it
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  reason text,                        -- of a no: one of a list
  reason_by text check (reason_by in ('person', 'organisation')),
  reason_text text,                   -- for the other side
  adviser_text text,                  -- for the person's adviser only
  next_plan jsonb                     -- what was offered with a no: plan id, title, days
);
create index introduction_person on introduction (person, changed_at desc);
create index introduction_organisation on introduction (organisation, waits_for, due_on);
create index introduction_vacancy on introduction (vacancy) where ended_at is null;
create index introduction_due on introduction (due_on) where waits_for is not null;
-- One open introduction of somebody with one vacancy.
create unique index introduction_open on introduction (person, vacancy) where ended_at is null;

-- Every step, by name: append-only.
create table introduction_step (
  introduction text not null references introduction (id) on delete cascade,
  number int not null,
  step text not null,                 -- 'propose', 'suggest', or a name of `steps.ts`, or 'yes:hire' for the yes of one side
  by_side text not null check (by_side in ('person', 'organisation', 'educator', 'adviser', 'clock')),
  by_account text references account (id) on delete set null,
  state text not null,
  at timestamptz not null,
  primary key (introduction, number)
);

create table introduction_message (
  id text primary key,
  introduction text not null references introduction (id) on delete cascade,
  side text not null check (side in ('person', 'organisation', 'system')),
  account text references account (id) on delete set null,
  text text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index introduction_message_list on introduction_message (introduction, at);

-- What a person released to this one organisation, for this one introduction, and until when.
create table introduction_release (
  introduction text not null references introduction (id) on delete cascade,
  field text not null check (field in ('name', 'email', 'phone')),
  released_at timestamptz not null,
  until date not null,
  withdrawn_at timestamptz,
  primary key (introduction, field, released_at)
);

-- Something is wrong with a message or with the other side.
create table introduction_report (
  id text primary key,
  introduction text not null references introduction (id) on delete cascade,
  message text references introduction_message (id) on delete set null,
  by_side text not null check (by_side in ('person', 'organisation')),
  by_account text references account (id) on delete set null,
  about text not null,                -- one of a list
  text text,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text references account (id) on delete set null,
  outcome text
);

-- Reminders, written down before they are sent; the mail itself stands in `mail` under the same key.
create table introduction_nudge (
  introduction text not null references introduction (id) on delete cascade,
  asked_on date not null,             -- of which question
  moment text not null check (moment in ('first', 'last', 'overdue')),
  written_at timestamptz not null,
  primary key (introduction, asked_on, moment)
);

-- How often organisations answer: no person in it, so it may stay when an introduction is erased.
create table reply_record (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  vacancy text not null,
  demo boolean not null default false,
  asked_on date not null,
  due_on date not null,
  answered_on date,                   -- null: not yet, or never
  withdrawn boolean not null default false   -- taken back before an answer was due: does not count
);
create index reply_record_organisation on reply_record (organisation, due_on);
create index reply_record_vacancy on reply_record (vacancy, due_on);

-- A vacancy that stands still because its employer is silent. It opens again with an answer.
create table vacancy_pause (
  vacancy text primary key,
  organisation text not null references organisation (id) on delete cascade,
  since date not null,
  waiting int not null                -- how many people wait
);

-- How it goes afterwards, asked of the person at 0, 1, 3, 6 and 12 months. Not answering costs nothing.
create table follow_up (
  id text primary key,
  introduction text not null,         -- no foreign key: it outlives what stood in the introduction
  person text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  month int not null check (month in (0, 1, 3, 6, 12)),
  due_on date not null,
  asked_at timestamptz,
  answered_at timestamptz,
  still_there boolean,
  hours int check (hours between 0 and 60),
  happy int check (happy between 1 and 5),
  unique (introduction, month)
);
create index follow_up_due on follow_up (due_on) where asked_at is null;

do $$
declare
  name text;
begin
  foreach name in array array['introduction', 'introduction_step', 'introduction_message', 'introduction_release', 'introduction_report', 'introduction_nudge', 'follow_up'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- What belongs to an introduction is seen by who sees the introduction.
  foreach name in array array['introduction_step', 'introduction_message', 'introduction_release', 'introduction_report', 'introduction_nudge'] loop
    execute format('create policy party on %I using (exists (select from introduction i where i.id = introduction))', name);
  end loop;
end $$;

create policy own on introduction using (person = acting_account());
-- The organisation does not see what an educator or adviser only suggested to the person, nor what a person refused of it.
create policy party on introduction using (
  organisation = any(acting_organisations()) and state <> 'suggested' and not (proposed_by in ('educator', 'adviser') and state = 'declined' and asked_on is null));
create policy proposer on introduction for select using (proposer_organisation = any(acting_organisations()));
create policy own on follow_up using (person = acting_account());
