-- Organisations: what was checked and by whom, invitations of small employers by a region or branch, and who may write what of a membership.

alter table organisation add column opened_at timestamptz;           -- null: made by a region or branch, and nobody of it accepted yet; not public
alter table organisation add column domain_checked_at timestamptz;
alter table organisation add column register_checked_at timestamptz;
update organisation set opened_at = created_at;
create index organisation_name on organisation (lower(name), id);

alter table organisation_tie add column proposed_at timestamptz not null default now();
create index organisation_tie_child on organisation_tie (child);

create index invitation_email on invitation (email_folded, created_at);

-- What was checked of an organisation: who, when, and what was looked at. Only added to.
create table organisation_check (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  what text not null check (what in ('domain', 'register')),
  outcome text not null check (outcome in ('checked', 'refused', 'lapsed')), -- lapsed: what had been checked was changed
  subject text not null,              -- the domain or the register number
  account text references account (id) on delete set null,
  at timestamptz not null
);
create index organisation_check_organisation on organisation_check (organisation, at);

-- A link mailed to an address at the domain of an organisation. Hashes only; the address is not kept.
create table domain_check (
  token_hash text primary key,
  organisation text not null references organisation (id) on delete cascade,
  domain text not null,
  asked_by text references account (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index domain_check_organisation on domain_check (organisation, created_at);

-- A file of small employers that a region or branch wants to invite: first looked at, then done, some at a time.
create table onboarding (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  created_by text references account (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,    -- then it goes, with the addresses in it
  language text not null check (language in ('nl', 'en')),
  lines jsonb not null,               -- each line of the file that can be used, as it was read
  refused jsonb not null,             -- each line that cannot, with the reason
  outcomes jsonb not null default '[]', -- of the lines that were done, in order: their number says how far it is
  ended_at timestamptz
);
create index onboarding_organisation on onboarding (organisation, created_at);
create index onboarding_expires on onboarding (expires_at);

do $$
declare
  name text;
begin
  foreach name in array array['organisation_check', 'domain_check', 'onboarding'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy colleague on %I using (organisation = any(acting_organisations()))', name);
  end loop;
end $$;

-- Nobody writes a membership for themselves: who founds or accepts does so by a task of the program.
drop policy own on member;
create policy own on member for select using (account = acting_account());
