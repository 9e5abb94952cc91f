-- Work that earns credits: what a student logged, who confirmed the facts, what an assessor of the school awarded, and the ledger of it
-- (`modules/credits/README.md`).

-- Parts of a programme with credits, kept by the school. One that has awards is not edited: a next version takes its place.
create table unit (
  id text primary key,
  programme text not null,            -- no reference: imported programmes come and go, what was taught stays
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  family text not null,               -- id of its first version: together they are one thing to earn
  version int not null,
  retired_at timestamptz,             -- not offered to new placements any more
  code text not null,
  title jsonb not null,
  scale text not null check (scale in ('ects', 'sbu')),
  amount bigint not null check (amount > 0),   -- in tenths of a credit (ects) or minutes (sbu)
  evidence_minutes bigint not null check (evidence_minutes >= 0),
  created_at timestamptz not null,
  unique (family, version)
);
create index unit_programme on unit (programme, organisation);

create table unit_outcome (
  id text primary key,
  unit text not null references unit (id) on delete cascade,
  number int not null,
  text jsonb not null,
  skill text                          -- of the taxonomy, where one fits
);
create index unit_outcome_unit on unit_outcome (unit, number);

-- The book of one placement: whose it is, and who may look into it. What hangs from it is seen by who sees it.
create table credit_book (
  placement text primary key,         -- no reference: the ledger outlives what is kept of a placement
  person text references account (id) on delete set null,
  school text not null references organisation (id) on delete cascade,
  employer text not null references organisation (id) on delete cascade,
  programme text not null,
  starts_on date not null,
  ends_on date not null,
  demo boolean not null default false,
  opened_at timestamptz not null
);
create index credit_book_person on credit_book (person);
create index credit_book_school on credit_book (school);
create index credit_book_employer on credit_book (employer);

-- Work of a day or a week, as the student logged it.
create table activity (
  id text primary key,
  book text not null references credit_book (placement) on delete cascade,
  person text not null references account (id) on delete cascade,
  demo boolean not null default false,
  from_day date not null,
  until_day date not null,
  text text not null,
  minutes int not null check (minutes > 0),
  state text not null check (state in ('logged', 'confirmed', 'returned')),
  version int not null default 1,     -- rises with every change: what is confirmed is what was read
  logged_at timestamptz not null,
  changed_at timestamptz not null,
  check (until_day >= from_day)
);
create index activity_person on activity (person);
create index activity_book on activity (book, from_day);

-- Every step of it: only added to. `facts_hash` is that of what was confirmed: days, hours, text, outcomes and files.
create table activity_step (
  activity text not null references activity (id) on delete cascade,
  number int not null,
  book text not null references credit_book (placement) on delete cascade,
  step text not null check (step in ('logged', 'changed', 'confirmed', 'returned')),
  account text references account (id) on delete set null,
  reason text,
  facts_hash text not null,
  at timestamptz not null,
  primary key (activity, number)
);

-- What of the programme it was about, as the student said.
create table activity_outcome (
  activity text not null references activity (id) on delete cascade,
  outcome text not null references unit_outcome (id) on delete cascade,
  unit text not null references unit (id) on delete cascade,
  book text not null references credit_book (placement) on delete cascade,
  primary key (activity, outcome)
);
create index activity_outcome_unit on activity_outcome (book, unit);

-- Files beside it. The hash stays when the file itself goes at the end of its term.
create table evidence (
  id text primary key,
  activity text not null references activity (id) on delete cascade,
  book text not null references credit_book (placement) on delete cascade,
  name text not null,
  type text not null check (type in ('pdf', 'png', 'jpeg', 'text', 'docx')),
  bytes int not null,
  sha256 text not null,
  added_at timestamptz not null,
  emptied_at timestamptz
);
create index evidence_activity on evidence (activity);
create index evidence_book on evidence (book);

-- Their contents, in pieces: a backup reads many rows at once.
create table evidence_piece (
  evidence text not null references evidence (id) on delete cascade,
  number int not null,
  book text not null references credit_book (placement) on delete cascade,
  content bytea not null,
  primary key (evidence, number)
);

-- The student asks for an assessment of a unit; the assessor says what is missing.
create table assessment_step (
  id text primary key,
  book text not null references credit_book (placement) on delete cascade,
  person text not null references account (id) on delete cascade,
  unit text not null references unit (id) on delete cascade,
  step text not null check (step in ('asked', 'sentBack')),
  account text references account (id) on delete set null,
  text text,
  at timestamptz not null
);
create index assessment_step_person on assessment_step (person);
create index assessment_step_book on assessment_step (book, at);

-- Credits that an assessor of the school gave.
create table award (
  id text primary key,
  book text not null references credit_book (placement) on delete cascade,
  unit text not null references unit (id),
  amount bigint not null check (amount > 0),
  assessor text references account (id) on delete set null,
  key text not null,                  -- of who sent it: the same once more is the same award
  at timestamptz not null,
  unique (book, key)
);

-- What an award rests on, as it was then.
create table award_activity (
  award text not null references award (id) on delete cascade,
  activity text not null references activity (id) on delete cascade,
  book text not null references credit_book (placement) on delete cascade,
  minutes int not null,               -- of it for this unit
  step int not null,                  -- the confirmation
  facts_hash text not null,                -- that was confirmed
  files jsonb not null,               -- hashes of the files beside it
  primary key (award, activity)
);
create index award_activity_activity on award_activity (activity);

-- An award that was wrong is taken back beside it, never changed.
create table award_withdrawal (
  award text primary key references award (id) on delete cascade,
  book text not null references credit_book (placement) on delete cascade,
  assessor text references account (id) on delete set null,
  at timestamptz not null
);

-- What the assessor wrote to the student with an award, or why it was taken back: goes with the student, the award stays.
create table award_note (
  award text not null references award (id) on delete cascade,
  kind text not null check (kind in ('award', 'withdrawal')),
  person text not null references account (id) on delete cascade,
  book text not null references credit_book (placement) on delete cascade,
  text text not null,
  primary key (award, kind)
);
create index award_note_person on award_note (person);

-- The ledger: one entry for each award and each withdrawal, numbered without a gap in each book, each in two lines that add up to nothing.
create table ledger_entry (
  book text not null references credit_book (placement) on delete cascade,
  number int not null,
  kind text not null check (kind in ('award', 'withdrawal')),
  award text not null references award (id) on delete cascade,
  unit text not null references unit (id),
  at timestamptz not null,
  seal text not null,                 -- hash of this entry and of the seal before it
  primary key (book, number),
  unique (award, kind)
);
create table ledger_line (
  book text not null,
  number int not null,
  side text not null check (side in ('pool', 'earned')),
  amount bigint not null,
  primary key (book, number, side),
  foreign key (book, number) references ledger_entry (book, number) on delete cascade
);

-- Writers of one book follow each other, whoever they are.
create or replace function ledger_wait() returns trigger language plpgsql as $$
begin
  perform from credit_book where placement = new.book for update;
  return new;
end $$;
create trigger ledger_wait before insert on ledger_entry for each row execute function ledger_wait();
create trigger ledger_wait before insert on ledger_line for each row execute function ledger_wait();

create or replace function ledger_entry_fits() returns trigger language plpgsql as $$
begin
  if (select max(number) <> count(*) from ledger_entry where book = new.book) then
    raise exception 'The ledger of % would have a gap at entry %.', new.book, new.number using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_entry_fits after insert on ledger_entry for each row execute function ledger_entry_fits();

create or replace function ledger_line_fits() returns trigger language plpgsql as $$
declare
  earned bigint;
  most bigint;
begin
  if (select sum(amount) <> 0 from ledger_line where book = new.book and number = new.number) then
    raise exception 'The lines of entry % of % do not add up to nothing.', new.number, new.book using errcode = 'check_violation';
  end if;
  -- All versions of a unit together are one thing to earn.
  select u.amount, (select coalesce(sum(l.amount), 0) from ledger_line l join ledger_entry e on e.book = l.book and e.number = l.number
                      join unit other on other.id = e.unit where l.book = new.book and l.side = 'earned' and other.family = u.family)
    into most, earned
    from ledger_entry e join unit u on u.id = e.unit where e.book = new.book and e.number = new.number;
  if earned < 0 or earned > most then
    raise exception 'With entry % of % a unit of % would have given %.', new.number, new.book, most, earned using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_line_fits after insert on ledger_line for each row execute function ledger_line_fits();

-- What is written stays as it is. Only with its whole book it goes, and an assessor who erases their account goes out of it.
create or replace function only_added_to() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from credit_book where placement = old.book) then
      raise exception 'Nothing is taken out of %: a counter-entry is added.', tg_table_name using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if to_jsonb(new) - 'assessor' <> to_jsonb(old) - 'assessor' or (to_jsonb(new) ->> 'assessor') is not null then
    raise exception 'Nothing is changed in %: a counter-entry is added.', tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_added_to before update or delete on award for each row execute function only_added_to();
create trigger only_added_to before update or delete on award_withdrawal for each row execute function only_added_to();
create trigger only_added_to before update or delete on ledger_entry for each row execute function only_added_to();
create trigger only_added_to before update or delete on ledger_line for each row execute function only_added_to();

-- What an award rests on goes with the work itself: when the student erases their account.
create or replace function award_keeps_ground() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and (not exists (select from activity where id = old.activity) or not exists (select from credit_book where placement = old.book)) then
    return old;
  end if;
  raise exception 'What an award rests on is not changed.' using errcode = 'restrict_violation';
end $$;
create trigger award_keeps_ground before update or delete on award_activity for each row execute function award_keeps_ground();

-- A book with entries goes only with the demo.
create or replace function book_stays() returns trigger language plpgsql as $$
begin
  if not old.demo and exists (select from ledger_entry where book = old.placement) then
    raise exception 'The book of % has entries, and stays.', old.placement using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger book_stays before delete on credit_book for each row execute function book_stays();

do $$
declare
  name text;
begin
  foreach name in array array['credit_book', 'activity', 'activity_step', 'activity_outcome', 'evidence', 'evidence_piece', 'assessment_step', 'award', 'award_activity', 'award_withdrawal', 'award_note', 'ledger_entry', 'ledger_line'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- What hangs from a book is seen by who sees the book.
  foreach name in array array['activity', 'activity_step', 'activity_outcome', 'evidence', 'evidence_piece', 'assessment_step', 'award', 'award_activity', 'award_withdrawal', 'award_note', 'ledger_entry', 'ledger_line'] loop
    execute format('create policy party on %I using (exists (select from credit_book b where b.placement = book))', name);
  end loop;
end $$;

create policy own on credit_book using (person = acting_account());
create policy party on credit_book using (school = any(acting_organisations()) or employer = any(acting_organisations()));
