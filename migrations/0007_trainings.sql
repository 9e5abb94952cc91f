-- Records of trainings as they came in. A programme is put together from its own record, its offerings, its learning outcomes and its provider, in
-- whatever order and file these come.
create table raw_training (
  id text primary key,
  source text not null,               -- file, folder or feed; `~try:...` is a dry run, emptied when it ends
  kind text not null check (kind in ('programme', 'offering', 'outcome', 'organisation')),
  external_id text not null,          -- as the sender calls it, within source and kind
  programme text,                     -- external id of the programme it belongs to; null where it belongs to many
  format text not null check (format in ('ooapi', 'csv')),
  content jsonb not null,
  checksum text not null,
  place text not null,                -- where it stood when it came in last
  ordinal int not null,               -- its number in that run: of several rows of a CSV the first describes the programme
  state text not null check (state in ('raw', 'published', 'rejected', 'withdrawn')),
  reason text,
  published_as text,                  -- programme (id) that it became or became part of
  received_at timestamptz not null,
  last_seen_run text,
  unique (source, kind, external_id)
);
create index raw_training_programme on raw_training (source, programme) where programme is not null;
create index raw_training_published on raw_training (published_as) where published_as is not null;
create index programme_source on programme (source);
