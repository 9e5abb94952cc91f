-- Cases for people whose job is at risk (`modules/risk-cases/README.md`): the circle that agreed on one, what its partners put on it, and who takes part.
-- Only the program writes; the circle reads its case, and nobody but the person reads that they take part.

create table risk_case (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  title text not null,
  opened_at timestamptz not null,
  asked int not null default 0,       -- addresses on the lists that were given, each as often as it stood there
  ends_on date not null,              -- last day; then it closes by itself
  closed_at timestamptz               -- the term after which all of it goes counts from here
);
create index risk_case_ends on risk_case (ends_on) where closed_at is null;

-- Members of organisations, named one by one. A colleague or owner who is not named sees nothing.
create table risk_case_seat (
  id text primary key,
  case_id text not null references risk_case (id) on delete cascade,
  account text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  is_lead boolean not null,
  since timestamptz not null,
  unique (case_id, account)
);
create index risk_case_seat_account on risk_case_seat (account);

-- What nobody but the program knows of a case: how many new people the next picture waits for.
create table risk_case_hidden (
  case_id text primary key references risk_case (id) on delete cascade,
  counts_from int not null
);

-- Vacancies and courses to which plans are made.
create table risk_case_offer (
  case_id text not null references risk_case (id) on delete cascade,
  kind text not null check (kind in ('vacancy', 'offering')),
  target text not null,
  organisation text not null references organisation (id) on delete cascade,  -- whose member put it there
  added_at timestamptz not null,
  primary key (case_id, kind, target)
);

-- That an address was written to, so that it is not written to twice. A keyed hash of case and address: it leads to nobody, and says nothing of an answer.
create table risk_case_invitation (
  case_id text not null references risk_case (id) on delete cascade,
  address_hash text not null,
  sent_on date not null,
  primary key (case_id, address_hash)
);

create table risk_participation (
  case_id text not null references risk_case (id) on delete cascade,
  account text not null references account (id) on delete cascade,
  since date not null,
  counted boolean not null default false,   -- stands in a picture; nobody stands in two
  primary key (case_id, account)
);
create index risk_participation_account on risk_participation (account);

-- What the circle sees of the people, each part made once, of people who stand in no other: rounded counts and nothing else.
create table risk_case_picture (
  case_id text not null references risk_case (id) on delete cascade,
  number int not null,
  made_on date not null,
  cells jsonb not null,               -- modules/risk-cases/picture.ts
  primary key (case_id, number)
);

do $$
declare
  name text;
begin
  foreach name in array array['risk_case', 'risk_case_seat', 'risk_case_hidden', 'risk_case_offer', 'risk_case_invitation', 'risk_participation', 'risk_case_picture'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
  -- Who is in the circle, for as long as they are a member of the organisation for which they were named.
  foreach name in array array['risk_case_offer', 'risk_case_picture'] loop
    execute format($policy$create policy circle on %I for select using (exists (select from risk_case_seat s
      where s.case_id = %I.case_id and s.account = acting_account() and s.organisation = any(acting_organisations())))$policy$, name, name);
  end loop;
end $$;

create policy own on risk_case_seat for select using (account = acting_account() and organisation = any(acting_organisations()));
create policy circle on risk_case for select using (exists (select from risk_case_seat s
  where s.case_id = risk_case.id and s.account = acting_account() and s.organisation = any(acting_organisations())));
create policy own on risk_participation for select using (account = acting_account());
create policy own_end on risk_participation for delete using (account = acting_account());
create policy taking on risk_case for select using (exists (select from risk_participation p where p.case_id = risk_case.id and p.account = acting_account()));
create policy taking on risk_case_offer for select using (exists (select from risk_participation p
  where p.case_id = risk_case_offer.case_id and p.account = acting_account()));
