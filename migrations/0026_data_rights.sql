-- Accounts that were erased, so that an old backup does not bring them back (`modules/data-rights/README.md`). Without the key a hash says nothing.
create table erased_account (
  hash text primary key,              -- HMAC-SHA-256 of the account's id
  key_id text not null,               -- of which key
  erased_on date not null
);

alter table erased_account enable row level security;
alter table erased_account force row level security;
create policy task on erased_account using (acting_task() is not null);

-- Who did not come for long is written to first; then the account goes. Null: not written to since they came last.
alter table account add column warned_on date;
create index account_seen on account (seen_on) where not demo;
