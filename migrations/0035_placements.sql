-- Placements: somebody works while learning, at an employer and for a school; the agreement that all of them sign, and the week
-- (`modules/placements/README.md`).

create table placement (
  id text primary key,
  person text references account (id) on delete set null,   -- null: erased; what was signed is the school's and the employer's too
  school text not null references organisation (id) on delete cascade,
  employer text not null references organisation (id) on delete cascade,
  supporter text references organisation (id) on delete set null,  -- who guides, where there is one
  demo boolean not null default false,
  programme text not null,            -- no foreign key: an import may take it away, and the placement goes on
  programme_title jsonb not null,     -- as it was when it began, in both languages
  offering text,
  crebo text,                         -- qualification; null: no scheme with norms
  supervisor text references account (id) on delete set null,
  coach text references account (id) on delete set null,
  from_on date not null,
  until_on date not null,
  hours_per_week numeric not null,
  phases jsonb not null,              -- which weekdays are work and school, from when to when (`week.ts`)
  wage_cents int,                     -- an hour, before tax
  state text not null check (state in ('draft', 'signing', 'active', 'interrupted', 'ended')),
  end_reason text,                    -- one of a list
  end_text text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz
);
create index placement_person on placement (person);
create index placement_school on placement (school);
create index placement_employer on placement (employer);
create index placement_supporter on placement (supporter) where supporter is not null;

-- Every step, by name: append-only.
create table placement_step (
  placement text not null references placement (id) on delete cascade,
  number int not null,
  step text not null,
  side text not null check (side in ('student', 'school', 'employer', 'supporter', 'clock')),
  by_account text references account (id) on delete set null,
  state text not null,
  detail text,                        -- a code: which reason, which role; names nobody
  at timestamptz not null,
  primary key (placement, number)
);

-- What is signed: the agreement, and later addenda. The text is never changed.
create table placement_agreement (
  id text primary key,
  placement text not null references placement (id) on delete cascade,
  number int not null,                -- 1 is the agreement; later ones are addenda
  made_from text not null,             -- template
  made_from_version text not null,
  change jsonb,                       -- of an addendum: what holds from when all signed
  text_nl text,                       -- null: the person is erased
  text_en text,
  hash text not null,                 -- SHA-256 of both texts (`agreement-text.ts`)
  signers jsonb not null,             -- sides that have to sign
  sign_by date not null,
  made_by text references account (id) on delete set null,
  made_at timestamptz not null,
  signed_at timestamptz,              -- all have
  withdrawn_at timestamptz,           -- taken back, or too late
  unique (placement, number)
);

create table placement_signature (
  agreement text not null references placement_agreement (id) on delete cascade,
  role text not null check (role in ('student', 'school', 'employer', 'supporter')),
  account text references account (id) on delete set null,
  organisation text references organisation (id) on delete set null,
  session_hash text not null,
  hash text not null,                 -- of the text that was read
  at timestamptz not null,
  primary key (agreement, role)
);

create table placement_interruption (
  id text primary key,
  placement text not null references placement (id) on delete cascade,
  from_on date not null,
  until_on date not null,
  reason text not null,               -- one of a list; never why somebody is ill
  side text not null check (side in ('student', 'school', 'employer', 'supporter')),
  noted_at timestamptz not null
);
create index placement_interruption_of on placement_interruption (placement, from_on);

create table placement_hours (
  placement text not null references placement (id) on delete cascade,
  week date not null,                 -- its Monday
  practice_hours numeric not null,
  school_hours numeric not null,
  side text not null check (side in ('student', 'employer')),
  noted_by text references account (id) on delete set null,
  noted_at timestamptz not null,
  confirmed_by text references account (id) on delete set null,
  confirmed_at timestamptz,
  primary key (placement, week)
);

create table placement_leave (
  id text primary key,
  placement text not null references placement (id) on delete cascade,
  from_on date not null,
  until_on date not null,
  noted_at timestamptz not null
);
create index placement_leave_of on placement_leave (placement, from_on);

-- Reminders, written down before they are sent; on the page only where the person wants it so.
create table placement_nudge (
  agreement text not null references placement_agreement (id) on delete cascade,
  role text not null check (role in ('student', 'school', 'employer', 'supporter')),
  moment text not null check (moment in ('first', 'last')),
  written_at timestamptz not null,
  primary key (agreement, role, moment)
);

-- How somebody wants to be reminded. No row: by mail.
create table placement_wish (
  account text primary key references account (id) on delete cascade,
  way text not null check (way in ('mail', 'page'))
);

-- Of an employer, for a qualification (SBB): as somebody of a school looked it up.
create table employer_recognition (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  crebo text not null,
  from_on date not null,
  until_on date not null,
  checked_on date not null,
  source text not null,
  noted_for text not null references organisation (id) on delete cascade,
  noted_by text references account (id) on delete set null,
  noted_at timestamptz not null
);
create index employer_recognition_of on employer_recognition (organisation, crebo);

-- Days without lessons, of a school. No person in it.
create table school_break (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  from_on date not null,
  until_on date not null,
  title text not null
);
create index school_break_of on school_break (organisation, from_on);

do $$
declare
  name text;
begin
  foreach name in array array['placement', 'placement_step', 'placement_agreement', 'placement_signature', 'placement_interruption', 'placement_hours', 'placement_leave', 'placement_nudge', 'placement_wish', 'employer_recognition'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- What belongs to a placement is seen by who sees the placement.
  foreach name in array array['placement_step', 'placement_agreement', 'placement_interruption', 'placement_hours', 'placement_leave'] loop
    execute format('create policy party on %I using (exists (select from placement p where p.id = placement))', name);
  end loop;
  foreach name in array array['placement_signature', 'placement_nudge'] loop
    execute format('create policy party on %I using (exists (select from placement_agreement a where a.id = agreement))', name);
  end loop;
end $$;

create policy own on placement using (person = acting_account());
create policy party on placement using (
  school = any(acting_organisations()) or employer = any(acting_organisations()) or supporter = any(acting_organisations()));
create policy own on placement_wish using (account = acting_account());
create policy party on employer_recognition using (organisation = any(acting_organisations()) or noted_for = any(acting_organisations()));
