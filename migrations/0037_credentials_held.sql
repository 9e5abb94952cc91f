-- Badges and other credentials that people keep as evidence of what they can (`modules/credentials/README.md`).

create table held_credential (
  id text primary key,
  person text not null references account (id) on delete cascade,
  demo boolean not null default false,
  form text not null check (form in ('json', 'jwt', 'png', 'svg')),
  kind text not null check (kind in ('verifiable', 'elm')),
  document text,                      -- as it came, without the picture; null where it says more of somebody than is kept here
  document_hash text not null,        -- of the document as it came: the same one is kept once
  title text not null,
  issuer_id text,                     -- as it stands in the document
  issuer_name text not null,
  issued_at timestamptz,
  valid_until timestamptz,            -- null: without an end
  conclusion text not null check (conclusion in ('verified', 'evidenced', 'kept', 'refused')),
  checks jsonb not null,              -- each check with its verdict, as it was last made
  imported_at timestamptz not null,
  checked_at timestamptz not null,
  lapsed text check (lapsed in ('expired', 'revoked', 'broken')),   -- why it counts no more
  lapsed_at timestamptz,
  unique (person, document_hash)
);
create index held_credential_person on held_credential (person, imported_at desc);
create index held_credential_ends on held_credential (valid_until) where lapsed is null;
create index held_credential_checked on held_credential (checked_at) where lapsed is null;

-- Which skills it is evidence of: those that the person said yes to.
create table held_credential_skill (
  credential text not null references held_credential (id) on delete cascade,
  concept text not null,
  how text not null check (how in ('aligned', 'named', 'read')),    -- the issuer's own reference, a name in its list, or read in its text
  primary key (credential, concept)
);

-- What an organisation keeps to show who was trained for what, until when: only what a person released to it. Facts, never the document.
create table training_record (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  person text not null references account (id) on delete cascade,
  credential text not null references held_credential (id) on delete cascade,
  demo boolean not null default false,
  person_name text not null,          -- as the person wants to stand in it
  title text not null,
  issuer_name text not null,
  issued_at timestamptz,
  valid_until timestamptz,
  conclusion text not null check (conclusion in ('verified', 'evidenced', 'kept', 'refused')),
  lapsed text check (lapsed in ('expired', 'revoked', 'broken')),
  released_at timestamptz not null,
  unique (organisation, credential)
);
create index training_record_organisation on training_record (organisation, valid_until);
create index training_record_person on training_record (person);

do $$
declare
  name text;
begin
  foreach name in array array['held_credential', 'held_credential_skill', 'training_record'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
end $$;

create policy own on held_credential using (person = acting_account());
create policy own on held_credential_skill using (exists (select from held_credential c where c.id = credential));
create policy own on training_record using (person = acting_account());
-- An organisation reads what was released to it, and changes nothing of it.
create policy colleague on training_record for select using (organisation = any(acting_organisations()));
