-- What was shown to whom, about whom: entries that the database itself keeps from being changed, in a chain (docs/decisions/0015-the-decision-log.md);
-- and accommodation needs, encrypted, with what was released of them.

-- One row for every time that something about people was shown. Nothing personal stands in it: that is in `decision_part`, of which `leaves` are the
-- salted hashes.
create table decision_entry (
  id text primary key,
  at timestamptz(3) not null,
  what text not null,
  organisation text,                  -- to whom it was shown; no reference, since an entry outlives the organisation
  engine text not null,               -- versions that made what was shown
  taxonomy text not null,
  transfer text not null,
  leaves text[] not null,             -- hash of each part, by position
  removed integer not null default 0  -- of an entry that tells that parts were removed: how many
);
create index decision_entry_at on decision_entry (at);

-- The parts of an entry: who looked, what the answer was made of, and for each person concerned what was shown of them. A part goes with its salt
-- (erasure, end of the term); then its leaf says nothing any more, and the chain still holds.
create table decision_part (
  entry text not null references decision_entry (id),
  position integer not null,
  kind text not null check (kind in ('payload', 'by', 'about')),
  account text,                       -- by whom, or about whom; no reference: erasure removes the row itself and counts it
  salt text not null,
  body text not null,                 -- JSON as text: hashed as it stands
  primary key (entry, position)
);
create index decision_part_account on decision_part (account, entry) where account is not null;

-- Entries that are not in the chain yet: written in the transaction of their cause, taken out by the next step of the chain.
create table decision_waiting (
  entry text primary key references decision_entry (id)
);

-- The chain: one row per entry, without gaps.
create table decision_link (
  number bigint primary key check (number > 0),
  entry text not null unique references decision_entry (id),
  previous text not null,             -- hash of the link before; empty at the first
  hash text not null,                 -- SHA-256 over number, previous hash and entry
  key_id text not null,
  seal text not null                  -- HMAC-SHA-256 of the hash with the key of that id
);

-- Where the chain ends. The row is what one step after the other waits for.
create table decision_head (
  one boolean primary key default true check (one),
  number bigint not null,
  hash text not null,
  key_id text not null,
  seal text not null
);
insert into decision_head (number, hash, key_id, seal) values (0, '', '', '');

-- Signed places of the chain, also printed so that somebody can keep them elsewhere.
create table decision_checkpoint (
  number bigint not null,
  hash text not null,
  at timestamptz(3) not null,
  public_key text not null,
  signature text not null,
  primary key (number, public_key)
);

-- Append-only, for everybody and every task. A restore empties tables that it just made: that changes nothing, and passes. To know that, the
-- function looks at all rows, whoever acts. (Not by a `set` of the function: only a superuser may give a function such a setting.)
create or replace function refuse_to_change_log() returns trigger language plpgsql as $$
declare
  filled boolean;
  before text := current_setting('schakel.task', true);
begin
  if tg_op = 'TRUNCATE' then
    perform set_config('schakel.task', 'decision-log', true);
    execute format('select exists (select from %I.%I)', tg_table_schema, tg_table_name) into filled;
    perform set_config('schakel.task', coalesce(before, ''), true);
    if not filled then return null; end if;
  end if;
  raise exception 'The decision log is append-only: % of % is refused.', lower(tg_op), tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['decision_entry', 'decision_link', 'decision_checkpoint'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_to_change_log()', name);
  end loop;
end $$;
-- Parts may go, but never change.
create trigger append_only before update or truncate on decision_part for each statement execute function refuse_to_change_log();

-- Accommodation needs: ciphertext only (src/platform/cipher.ts). The key is no part of the record.
create table account_needs (
  account text primary key references account (id) on delete cascade,
  sealed text not null,
  updated_at timestamptz not null
);

-- What a person released of them, to whom, until when. For one introduction, or for the organisation as a whole.
create table need_release (
  id text primary key,
  account text not null references account (id) on delete cascade,
  organisation text not null references organisation (id) on delete cascade,
  introduction text,
  sealed text not null,
  last_day date not null,                -- it counts up to and with this day
  given_at timestamptz not null       -- taking back removes the row
);
create index need_release_account on need_release (account);
create index need_release_organisation on need_release (organisation, introduction);

-- Row-level security ---------------------------------------------------------------------------------------------

do $$
declare
  name text;
begin
  foreach name in array array['decision_entry', 'decision_part', 'account_needs', 'need_release'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
end $$;

-- Somebody reads what was shown of them; nobody but a task writes.
create policy own on decision_part for select using (account = acting_account());
create policy own on decision_entry for select using (
  exists (select from decision_part part where part.entry = decision_entry.id and part.account = acting_account()));

create policy own on account_needs using (account = acting_account());
create policy own on need_release using (account = acting_account());
create policy recipient on need_release for select using (organisation = any(acting_organisations()));
