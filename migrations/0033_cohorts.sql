-- Cohorts (`modules/cohorts/README.md`): a start of an offering, the people who want to take part, and the places of employers.

-- No person in it. Which start it is of, how many it needs, and where it stands.
create table cohort (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  programme text not null,
  offering text not null,
  programme_title jsonb not null,     -- in both languages, as it was when it began: a programme may go
  starts_on date not null,
  settle_by date not null,            -- day by which everybody should know
  least int not null check (least >= 1),
  most int not null check (most >= least),
  state text not null check (state in ('open', 'ordering', 'proposed', 'settled', 'started', 'cancelled')),
  seed text not null,                 -- lots are drawn from it; shown, so that anybody can draw them again
  proposal int,                       -- number of the proposal that stands
  demo boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,               -- started or cancelled; the term after which people go counts from here
  started_with int                    -- how many people had a place when it started
);
create index cohort_organisation on cohort (organisation, starts_on);
create index cohort_ended on cohort (ended_at) where ended_at is not null;

-- Every step, by name: append-only.
create table cohort_step (
  cohort text not null references cohort (id) on delete cascade,
  number int not null,
  step text not null,                 -- a name of `steps.ts`
  state text not null,
  by_account text references account (id) on delete set null,   -- null: the clock, or an account that is gone
  at timestamptz not null,
  primary key (cohort, number)
);

-- Employers that were asked. No person in it.
create table cohort_employer (
  cohort text not null references cohort (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  invited_at timestamptz not null,
  answer text check (answer in ('taking', 'declined')),
  answered_at timestamptz,
  primary key (cohort, organisation)
);
create index cohort_employer_organisation on cohort_employer (organisation);

-- Places of an employer: of one sort, so many. No person in it.
create table cohort_place (
  id text primary key,
  cohort text not null,
  organisation text not null,
  seats int not null check (seats between 1 and 50),
  hours_from int not null check (hours_from between 1 and 60),
  hours_to int not null check (hours_to between hours_from and 60),
  place_name text not null,           -- a municipality
  region text not null,
  lat double precision not null,
  lon double precision not null,
  dutch int check (dutch between 1 and 6),   -- CEFR level of Dutch that the work needs; null: not asked
  tasks text not null,
  lot int not null,
  created_at timestamptz not null,
  foreign key (cohort, organisation) references cohort_employer (cohort, organisation) on delete cascade
);
create index cohort_place_cohort on cohort_place (cohort, organisation);

-- Somebody who wants to take part. Who leaves, goes from here with all that hangs from it.
create table cohort_person (
  id text primary key,
  cohort text not null references cohort (id) on delete cascade,
  person text not null references account (id) on delete cascade,
  handle text not null,               -- four digits by chance, in this cohort only: what employers call them
  text_version text not null,         -- what they read when they joined
  language text not null check (language in ('nl', 'en')),
  quota int not null default 1 check (quota between 1 and 3),
  lot int not null,
  hours_from int not null check (hours_from between 1 and 60),
  hours_to int not null check (hours_to between hours_from and 60),
  place_name text not null,           -- a municipality: never finer
  region text not null,
  lat double precision not null,
  lon double precision not null,
  most_minutes int not null check (most_minutes between 5 and 240),
  travel_mode text not null check (travel_mode in ('walk', 'bike', 'transit', 'car')),
  dutch int check (dutch between 1 and 6),
  skills jsonb not null,              -- of those the programme is about: skill, level, evidence
  joined_at timestamptz not null,
  unique (cohort, person),
  unique (cohort, handle)
);
create index cohort_person_person on cohort_person (person);

-- Somebody and an employer met. Noted by the educator it holds at once; noted by one side once the other agrees.
create table cohort_meeting (
  participant text not null references cohort_person (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  noted_by text not null check (noted_by in ('educator', 'person', 'employer')),
  noted_at timestamptz not null,
  agreed_at timestamptz,
  primary key (participant, organisation)
);
create index cohort_meeting_organisation on cohort_meeting (organisation);

-- What each side would rather have. Seen by that side and by the educator, never by the other side.
create table cohort_rank (
  side text not null check (side in ('person', 'place')),
  participant text not null references cohort_person (id) on delete cascade,
  place text not null references cohort_place (id) on delete cascade,
  rank int check (rank between 1 and 99),    -- 1 is best, equal ranks are ties; null: not this one
  at timestamptz not null,
  primary key (side, participant, place)
);
create index cohort_rank_place on cohort_rank (place);

create table cohort_proposal (
  cohort text not null references cohort (id) on delete cascade,
  number int not null,
  made_by text references account (id) on delete set null,
  made_at timestamptz not null,
  input_hash text not null,           -- of people, places, quotas, lots and ranks as they were
  by_hand boolean not null default false,    -- a human changed what was computed
  primary key (cohort, number)
);

create table cohort_pair (
  cohort text not null,
  number int not null,
  participant text not null references cohort_person (id) on delete cascade,
  place text not null references cohort_place (id) on delete cascade,
  person_yes_at timestamptz,
  employer_yes_at timestamptz,
  no_by text check (no_by in ('person', 'employer')),
  placement text,                     -- the placement that came of it; no reference: it outlives this
  primary key (cohort, number, participant, place),
  foreign key (cohort, number) references cohort_proposal (cohort, number) on delete cascade
);
create index cohort_pair_participant on cohort_pair (participant);
create index cohort_pair_place on cohort_pair (place);

do $$
declare
  name text;
begin
  foreach name in array array['cohort_step', 'cohort_person', 'cohort_meeting', 'cohort_rank', 'cohort_proposal', 'cohort_pair'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- The educator sees all of its cohorts.
  foreach name in array array['cohort_step', 'cohort_person', 'cohort_proposal', 'cohort_pair'] loop
    execute format($policy$create policy educator on %I using (exists (select from cohort c
      where c.id = %I.cohort and c.organisation = any(acting_organisations())))$policy$, name, name);
  end loop;
end $$;

create policy own on cohort_person using (person = acting_account());
-- Who sees the person's row, the person and the educator, sees what hangs from it.
create policy person_or_educator on cohort_meeting using (exists (select from cohort_person p where p.id = participant));
create policy employer on cohort_meeting using (organisation = any(acting_organisations()));
create policy educator on cohort_rank using (exists (select from cohort_place l join cohort c on c.id = l.cohort
  where l.id = place and c.organisation = any(acting_organisations())));
create policy own on cohort_rank using (side = 'person' and exists (select from cohort_person p
  where p.id = participant and p.person = acting_account()));
create policy employer on cohort_rank using (side = 'place' and exists (select from cohort_place l
  where l.id = place and l.organisation = any(acting_organisations())));
-- Both sides see a pair once the educator settled it, and no proposal before.
create policy own on cohort_pair using (exists (select from cohort_person p join cohort c on c.id = p.cohort
  where p.id = participant and p.person = acting_account() and c.proposal = number and c.state in ('settled', 'started')));
create policy employer on cohort_pair using (exists (select from cohort_place l join cohort c on c.id = l.cohort
  where l.id = place and l.organisation = any(acting_organisations()) and c.proposal = number and c.state in ('settled', 'started')));
