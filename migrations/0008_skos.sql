-- Taxonomies in SKOS, any number of versions of each beside each other. One row per concept holds all of it: the catalogue reads rows
-- whole, and a switch from one version to another changes two rows of taxonomy_version, however many concepts there are.
-- The tables concept, concept_label and concept_relation hold the starter vocabulary and ESCO only.

create table taxonomy_version (
  id text primary key,
  scheme text not null,               -- 'competentnl'
  version text not null,              -- '1.0'
  title text not null,
  uri text not null,                  -- of the concept scheme in the file, '' where it names none
  source text not null,               -- file name
  licence text not null,              -- '' where the file says nothing
  checksum text not null,             -- of the file and of how it was read
  imported_at timestamptz not null,
  state text not null check (state in ('staged', 'loaded', 'dropped')),
  in_use boolean not null default false,
  counts jsonb not null default '{}',
  check (not in_use or state = 'loaded')
);
create unique index taxonomy_version_loaded on taxonomy_version (scheme, version) where state = 'loaded';
create unique index taxonomy_version_in_use on taxonomy_version (scheme) where in_use;

create table taxonomy_concept (
  taxonomy text not null,             -- taxonomy_version (id)
  id text collate "C" not null,       -- URI
  type text not null check (type in ('skill', 'occupation', 'group')),
  kind text check (kind in ('tool', 'language', 'knowledge', 'capability', 'group')),
  status text not null check (status in ('current', 'obsolete')),
  replaced_by text,
  codes jsonb not null default '{}',
  description jsonb not null default '{}',
  labels text,                        -- 'language␟kind␟label' parted by ␞, as the catalogue reads them
  relations text,                     -- 'relation␟level␟target' parted by ␞
  rest jsonb not null default '{}',   -- what only an export needs: classes, notes, notations, top concepts
  -- Not in the file of this version: it was in the one used before, and people may have named it.
  carried boolean not null default false,
  primary key (taxonomy, id)
);

-- What was read of a file, gathered by subject; emptied at the end of every import.
create table taxonomy_part_next (
  subject text collate "C" not null,
  number int not null,
  content text not null,
  primary key (subject, number)
);
