-- Badges that organisations issue, and the keys that sign them (`modules/credentials/issue/README.md`).

-- One key signs at a time. Older ones stay, without what signs: what they signed can still be checked.
create table issuer_key (
  id text primary key,                -- the public key as a multikey: `z6Mk...`
  organisation text not null references organisation (id) on delete cascade,
  sealed text,                        -- what signs, encrypted; gone once the next key signs
  made_at timestamptz not null,
  signs_until timestamptz,            -- null: it signs now
  lost_from timestamptz               -- somebody else may have it: what it signed from this moment on is not valid
);
create unique index issuer_key_signs on issuer_key (organisation) where signs_until is null;

create table issued_badge (
  id text primary key,                -- by chance: the public address must not be guessed
  organisation text not null references organisation (id) on delete cascade,
  person text not null references account (id) on delete cascade,
  demo boolean not null default false,
  kind text not null check (kind in ('unit', 'outcome', 'programme', 'practice')),
  ref text not null,                  -- which unit, outcome, programme or work: of the organisation
  achievement jsonb not null,         -- what the organisation said, in both languages
  document text not null,             -- signed, as it goes out: never changed
  jwt text not null,                  -- the same badge, secured in the other way
  signed_with text not null references issuer_key (id),
  issued_at timestamptz not null,
  valid_until timestamptz,
  accepted_at timestamptz,            -- null: the person has not said yes, and nobody else sees it
  is_public boolean not null default false,
  shows_name boolean not null default false,
  revoked_at timestamptz,
  reason text,                        -- why it was revoked: one of a list
  issued_by text references account (id) on delete set null
);
create index issued_badge_organisation on issued_badge (organisation, issued_at desc);
create index issued_badge_person on issued_badge (person, issued_at desc);
create unique index issued_badge_once on issued_badge (person, organisation, kind, ref) where revoked_at is null;

-- Places in the status list, by chance: numbers tell nothing. A place whose badge is gone counts as revoked.
create table badge_status (
  organisation text not null references organisation (id) on delete cascade,
  number int not null,
  badge text references issued_badge (id) on delete set null,
  is_revoked boolean not null default false,
  primary key (organisation, number)
);
create index badge_status_badge on badge_status (badge);

-- A badge that waits for whoever has this address: nothing is signed before they say yes.
create table badge_offer (
  id text primary key,
  organisation text not null references organisation (id) on delete cascade,
  demo boolean not null default false,
  email text not null,
  email_folded text not null,
  kind text not null,
  ref text not null,
  achievement jsonb not null,
  valid_until timestamptz,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  made_by text references account (id) on delete set null
);
create index badge_offer_organisation on badge_offer (organisation, made_at desc);
create index badge_offer_address on badge_offer (email_folded);

do $$
declare
  name text;
begin
  foreach name in array array['issuer_key', 'issued_badge', 'badge_status', 'badge_offer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy colleague on %I using (organisation = any(acting_organisations()))', name);
  end loop;
end $$;
create policy own on issued_badge using (person = acting_account());
create policy own on badge_status for select using (
  exists (select from issued_badge badge where badge.id = badge_status.badge and badge.person = acting_account()));
