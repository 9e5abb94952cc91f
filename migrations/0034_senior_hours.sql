-- Senior hours: hours a week that somebody has for people who learn (`modules/senior-hours/README.md`); and the scenarios that a region keeps of
-- which cohorts to open (`modules/cohort-choice/README.md`).

-- Somebody with an hour budget. One budget a person, kept by one of the organisations that they are a member of; with the membership it goes.
create table senior (
  account text primary key references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  role text not null check (role in ('practiceSupervisor', 'studyCoach', 'assessor', 'guestTeacher')),
  demo boolean not null default false,
  changed_at timestamptz not null,
  foreign key (organisation, account) references member (organisation, account) on delete cascade
);
create index senior_organisation on senior (organisation);

-- The budget week by week, and what of it is booked: no week can hold more than there is.
create table senior_week (
  account text not null references account (id) on delete cascade,
  week date not null,                 -- its Monday
  budget_minutes int not null check (budget_minutes >= 0),
  booked_minutes int not null default 0,
  primary key (account, week),
  foreign key (account) references senior (account) on delete cascade,
  constraint senior_week_not_over_booked check (booked_minutes between 0 and budget_minutes)
);

create table senior_booking (
  id text primary key,
  account text not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('cohort', 'placement', 'assessment', 'guestLesson')),
  ref text not null,                  -- what it is for: the id of a cohort, placement or assessment, or a few words
  from_week date not null,            -- Monday of the first week
  until_week date not null,           -- and of the last
  minutes_per_week int not null check (minutes_per_week > 0),
  demo boolean not null default false,
  made_at timestamptz not null,
  foreign key (account, from_week) references senior_week (account, week) on delete cascade,
  check (until_week >= from_week)
);
create index senior_booking_account on senior_booking (account, from_week);
create index senior_booking_ref on senior_booking (ref);

-- A booking takes its hours in the same statement in which it is made, so nothing can be booked beside the budget: whoever comes second waits for the
-- rows of the first, week by week in one order, and is refused by the check above when too little is left.
create or replace function take_senior_hours() returns trigger language plpgsql as $$
declare
  weeks int := (new.until_week - new.from_week) / 7 + 1;
  taken int;
begin
  perform from senior_week where account = new.account and week between new.from_week and new.until_week order by week for update;
  update senior_week set booked_minutes = booked_minutes + new.minutes_per_week
    where account = new.account and week between new.from_week and new.until_week;
  get diagnostics taken = row_count;
  if taken <> weeks then
    raise exception 'there is no hour budget in each of these weeks' using errcode = 'check_violation', constraint = 'senior_week_not_over_booked';
  end if;
  return new;
end $$;
create trigger take_senior_hours after insert on senior_booking for each row execute function take_senior_hours();

create or replace function give_senior_hours() returns trigger language plpgsql as $$
begin
  perform from senior_week where account = old.account and week between old.from_week and old.until_week order by week for update;
  update senior_week set booked_minutes = booked_minutes - old.minutes_per_week
    where account = old.account and week between old.from_week and old.until_week;
  return old;
end $$;
create trigger give_senior_hours after delete on senior_booking for each row execute function give_senior_hours();

-- A booking is made and released, never changed: its hours would not follow.
create or replace function keep_senior_booking() returns trigger language plpgsql as $$
begin
  raise exception 'a booking of senior hours is released and made again, not changed';
end $$;
create trigger keep_senior_booking before update on senior_booking for each row execute function keep_senior_booking();

-- What a region or branch asked and what came out, to look at again and to compare. Nobody's name or number is in it: counts in tens only.
create table choice_scenario (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  name text not null,
  asked jsonb not null,
  answer jsonb not null,
  demo boolean not null default false,
  made_at timestamptz not null
);
create index choice_scenario_organisation on choice_scenario (organisation, made_at desc);

do $$
declare
  name text;
begin
  foreach name in array array['senior', 'senior_week', 'senior_booking', 'choice_scenario'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  foreach name in array array['senior', 'senior_week', 'senior_booking'] loop
    execute format('create policy own on %I for select using (account = acting_account())', name);
  end loop;
  -- Colleagues of the organisation that keeps the budget. Nobody but the program writes: a booking is always looked at first.
  foreach name in array array['senior_week', 'senior_booking'] loop
    execute format('create policy colleague on %I for select using (exists (select from senior s where s.account = %I.account))', name, name);
  end loop;
end $$;
create policy colleague on senior for select using (organisation = any(acting_organisations()));
create policy colleague on choice_scenario using (organisation = any(acting_organisations()));
