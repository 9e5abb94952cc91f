-- The record. Plain SQL, forward only; must run on PostgreSQL 15 and on PGlite.
-- A migration is run once, in one transaction, and is never edited after it has landed.

-- Which revision of each area the record holds. Every process that keeps an index in memory compares these.
create table revision (
  area text primary key,              -- 'skills' | 'vacancies' | 'trainings' | 'pool' | 'rules'
  number bigint not null default 0
);
insert into revision (area) values ('skills'), ('vacancies'), ('trainings'), ('pool'), ('rules');

create table setting (
  name text primary key,
  value jsonb not null
);

-- Skills ---------------------------------------------------------------------------------------------------------

create table scheme (
  id text primary key,                -- 'schakel', 'esco', ...
  title text not null,
  version text not null,
  source text not null,
  licence text not null,
  checksum text not null,             -- of the whole release: the same release again changes nothing
  imported_at timestamptz not null
);

create table concept (
  id text primary key,                -- URI, or the starter vocabulary's 'schakel:skill/python'
  scheme text not null,               -- scheme (id); no foreign key: a release is staged before its scheme stands
  type text not null check (type in ('skill', 'occupation', 'group')),
  kind text check (kind in ('tool', 'language', 'knowledge', 'capability', 'group')),
  status text not null default 'current' check (status in ('current', 'obsolete')),
  replaced_by text,                   -- an obsolete concept's successor
  level smallint,                     -- usual level of an occupation
  nlqf smallint,
  ict boolean not null default false, -- occupations: an ICT occupation
  codes jsonb not null default '{}',  -- {"isco": "2512", "brc": "0811"}
  description jsonb not null default '{}',  -- {"nl": "...", "en": "..."}
  since_version text not null
);
create index concept_scheme on concept (scheme, type);

-- Labels and relations name concepts without a foreign key: checking 320,000 rows of ESCO one by one takes as long as writing
-- them. Both are only written by the import of a scheme, which checks every reference itself.
create table concept_label (
  concept text not null,              -- concept (id)
  language text not null,
  kind text not null check (kind in ('preferred', 'alternative', 'hidden')),
  label text not null,
  primary key (concept, language, kind, label)
);

create table concept_relation (
  source text not null,               -- concept (id)
  -- broader, related, exact, close between skills; essential, important, somewhat from an occupation to a skill
  relation text not null check (relation in ('broader', 'related', 'exact', 'close', 'essential', 'important', 'somewhat')),
  target text not null,               -- concept (id), or a URI of a scheme that is not loaded
  level smallint,
  primary key (source, relation, target)
);
create index concept_relation_target on concept_relation (target);

-- Imports --------------------------------------------------------------------------------------------------------

create table import_run (
  id text primary key,
  kind text not null,                 -- 'esco', 'vacancies', 'postcodes', ...
  source text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  status text not null check (status in ('running', 'done', 'failed')),
  counts jsonb not null default '{}',
  message text
);

create table import_reject (
  run text not null references import_run (id) on delete cascade,
  number int not null,
  place text not null,                -- 'skills_en.csv:17' or 'record 3'
  reason text not null,
  record text not null,               -- the start of what was refused
  primary key (run, number)
);

-- Vacancies ------------------------------------------------------------------------------------------------------

create table raw_vacancy (
  id text primary key,
  source text not null,               -- file name or feed
  external_id text not null,
  content jsonb not null,
  checksum text not null,
  received_at timestamptz not null,
  state text not null check (state in ('raw', 'read', 'published', 'rejected', 'duplicate', 'expired')),
  reason text,
  vacancy text,                       -- what it became, or what it is a duplicate of
  unique (source, external_id)
);

create table vacancy (
  id text primary key,
  state text not null check (state in ('published', 'expired', 'withdrawn')),
  demo boolean not null default false,
  title text not null,
  employer text not null,
  description text not null,
  language text not null,             -- of title and description
  occupation text,
  region text,
  place_name text,
  -- Facts and requirements as `modules/vacancies/vacancy.ts` describes them; read and written whole.
  facts jsonb not null,
  requirements jsonb not null,
  source text not null,
  source_url text,
  published_on date not null,
  closes_on date,
  fingerprint text not null
);
create index vacancy_list on vacancy (state, published_on desc, id);
create index vacancy_fingerprint on vacancy (fingerprint);

-- Trainings ------------------------------------------------------------------------------------------------------

create table programme (
  id text primary key,
  demo boolean not null default false,
  title jsonb not null,               -- {"nl": "...", "en": "..."}
  provider text not null,
  description jsonb not null,
  facts jsonb not null,               -- outcomes, prerequisites, figures: `modules/trainings/programme.ts`
  source text not null
);

create table offering (
  id text primary key,
  programme text not null references programme (id) on delete cascade,
  demo boolean not null default false,
  region text,
  place_name text,
  facts jsonb not null                -- starts, price, funding, place: `modules/trainings/programme.ts`
);
create index offering_programme on offering (programme);

-- People ---------------------------------------------------------------------------------------------------------

-- A draft: no account. Only the hash of the cookie's token is kept; the row goes after 30 days without use.
create table draft_profile (
  token_hash text primary key,
  profile jsonb not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_profile_expires on draft_profile (expires_at);

-- The statistics pool: people who agreed to be counted. Never a draft.
create table pool_person (
  id text primary key,
  demo boolean not null default false,
  region text,
  profile jsonb not null
);

-- Rules and places -----------------------------------------------------------------------------------------------

create table rule (
  id text not null,
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  unit text not null,
  title jsonb not null,
  note jsonb,                         -- what to do about it, {"nl": "...", "en": "..."}
  source text not null,
  source_url text,
  checked_on date not null,
  certainty text not null check (certainty in ('seen', 'seen-old', 'calculated', 'unverified', 'unknown')),
  primary key (id, valid_from)
);

create table postcode (
  postcode text primary key,          -- four digits
  place text not null,
  municipality text not null,
  latitude double precision not null,
  longitude double precision not null
);
