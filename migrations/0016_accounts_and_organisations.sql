-- Accounts, organisations, consent; and row-level security around what is personal (docs/decisions/0014-who-may-see-what.md).
--
-- Three settings of the transaction say who acts: `src/platform/acting.ts`. Without any of them no row of these tables is seen or written.

create or replace function acting_account() returns text stable language sql as
  $$ select nullif(current_setting('schakel.account', true), '') $$;
create or replace function acting_organisations() returns text[] stable language sql as
  $$ select coalesce(string_to_array(nullif(current_setting('schakel.organisations', true), ''), ','), '{}') $$;
create or replace function acting_task() returns text stable language sql as
  $$ select nullif(current_setting('schakel.task', true), '') $$;

-- People who keep a profile, and members of organisations.
create table account (
  id text primary key,
  email text not null,                -- as the person wrote it
  email_folded text not null unique,  -- as it is compared
  name text,                          -- how the person wants to be called; null: not said
  phone text,                         -- null: not said
  language text not null default 'nl' check (language in ('nl', 'en')),
  administrator boolean not null default false,
  demo boolean not null default false,
  created_at timestamptz not null,
  seen_on date not null               -- last day of use, for the term after which an account goes
);

-- Who an OpenID provider says somebody is.
create table account_identity (
  issuer text not null,
  subject text not null,
  account text not null references account (id) on delete cascade,
  created_at timestamptz not null,
  primary key (issuer, subject)
);
create index account_identity_account on account_identity (account);

-- A link that was mailed: used once, within minutes, in the browser that asked. Hashes only.
create table sign_in_link (
  token_hash text primary key,
  browser_hash text not null,
  email_folded text not null,
  email text not null,
  return_to text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_link_email on sign_in_link (email_folded, created_at);
create index sign_in_link_expires on sign_in_link (expires_at);

create table session (
  id text primary key,                -- shown in the list of sessions; opens nothing
  token_hash text not null unique,
  account text not null references account (id) on delete cascade,
  browser text not null,              -- 'Firefox, Linux': so that somebody knows it again
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account);
create index session_expires on session (expires_at);

-- The profile that a person keeps. What stands in it: `modules/people/profile.ts`.
create table kept_profile (
  account text primary key references account (id) on delete cascade,
  profile jsonb not null,
  pool_id text unique,                -- pool_person (id) while the person agreed to be counted: the only link there is
  updated_at timestamptz not null
);

create table organisation (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('employer', 'educator', 'school', 'region', 'branch', 'public')),
  demo boolean not null default false,
  register_number text,               -- KvK number, eight digits
  domain text,                        -- of its web site and mail
  place_name text,
  region text,
  website text,
  about text,
  verification text not null default 'unverified' check (verification in ('unverified', 'domain', 'register')),
  verified_at timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index organisation_register on organisation (register_number) where register_number is not null and closed_at is null;

-- A branch or region and the organisations in it.
create table organisation_tie (
  parent text not null references organisation (id) on delete cascade,
  child text not null references organisation (id) on delete cascade,
  agreed_at timestamptz,              -- null: proposed by the parent, not yet agreed
  primary key (parent, child)
);

create table member (
  organisation text not null references organisation (id) on delete cascade,
  account text not null references account (id) on delete cascade,
  roles text[] not null,
  since timestamptz not null,
  primary key (organisation, account)
);
create index member_account on member (account);

create table invitation (
  id text primary key,
  token_hash text not null unique,
  organisation text not null references organisation (id) on delete cascade,
  email text not null,
  email_folded text not null,
  roles text[] not null,
  invited_by text references account (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_organisation on invitation (organisation);

create table api_key (
  id text primary key,                -- the first part of the key, not secret
  organisation text not null references organisation (id) on delete cascade,
  name text not null,
  secret_hash text not null,          -- argon2id
  scopes text[] not null,
  created_by text references account (id) on delete set null,
  created_at timestamptz not null,
  used_on date,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index api_key_organisation on api_key (organisation);

-- What a person agreed to, per purpose, with the text that was shown. Rows are never changed but for the end.
create table consent (
  id text primary key,
  account text not null references account (id) on delete cascade,
  purpose text not null check (purpose in ('statistics', 'found', 'adviser', 'followUp')),
  organisation text references organisation (id) on delete cascade,   -- with 'adviser': whose advisers
  text_version text not null,
  language text not null,
  given_at timestamptz not null,
  until timestamptz,
  withdrawn_at timestamptz
);
create unique index consent_open on consent (account, purpose, coalesce(organisation, '')) where withdrawn_at is null;

-- Row-level security ---------------------------------------------------------------------------------------------
-- A task of the program itself sees all rows of a table; everybody else what the second policy of it says. `force` binds the owner too.

do $$
declare
  name text;
begin
  foreach name in array array['account', 'account_identity', 'sign_in_link', 'session', 'kept_profile', 'member', 'invitation', 'api_key', 'consent'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
end $$;

create policy own on account using (id = acting_account());
-- Who shares an organisation sees the other's name and address.
create policy colleague on account for select using (
  exists (select from member where member.account = account.id and member.organisation = any(acting_organisations())));
create policy own on account_identity using (account = acting_account());
create policy own on session using (account = acting_account());
create policy own on kept_profile using (account = acting_account());
create policy own on consent using (account = acting_account());
create policy own on member using (account = acting_account());
create policy colleague on member using (organisation = any(acting_organisations()));
create policy colleague on invitation using (organisation = any(acting_organisations()));
create policy colleague on api_key using (organisation = any(acting_organisations()));
