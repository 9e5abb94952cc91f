-- Advisers: who a person lets look along, and the notes of both (`modules/advising/README.md`). That somebody agreed stands in `consent`; this is the
-- number under which advisers of that organisation know the person, from the yes to some weeks after its end.

create table advising (
  account text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  handle text not null unique,        -- the number that advisers see, drawn by chance; another one after each new yes
  since timestamptz not null,
  ended_at timestamptz,               -- the person took it back, or its day passed
  primary key (account, organisation)
);
create index advising_organisation on advising (organisation);
create index advising_ended on advising (ended_at) where ended_at is not null;

-- Read by both sides, changed by neither: a correction is a note of its own.
create table advice_note (
  id text primary key,
  account text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  side text not null check (side in ('person', 'adviser')),
  author text references account (id) on delete set null,
  text text not null,
  corrects text references advice_note (id) on delete cascade,
  at timestamptz not null,
  foreign key (account, organisation) references advising (account, organisation) on delete cascade
);
create index advice_note_list on advice_note (account, organisation, at);
create index advice_note_author on advice_note (author);

do $$
declare
  name text;
begin
  foreach name in array array['advising', 'advice_note'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy own on %I for select using (account = acting_account())', name);
  end loop;
end $$;

create policy own_writes on advice_note for insert with check (account = acting_account() and side = 'person' and author = acting_account());
-- The organisation sees it while it lasts; only the program begins and ends it. Nobody but the program changes or removes a note.
create policy adviser on advising for select using (organisation = any(acting_organisations()) and ended_at is null);
create policy adviser on advice_note for select using (
  exists (select from advising a where a.account = advice_note.account and a.organisation = advice_note.organisation
    and a.organisation = any(acting_organisations()) and a.ended_at is null));
create policy adviser_writes on advice_note for insert with check (
  side = 'adviser' and author = acting_account()
  and exists (select from advising a where a.account = advice_note.account and a.organisation = advice_note.organisation
    and a.organisation = any(acting_organisations()) and a.ended_at is null));
