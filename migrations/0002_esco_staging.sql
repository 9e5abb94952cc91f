-- A release of ESCO is written here in small batches while the site goes on with the old one. When all of it stands, the
-- three tables change names with concept, concept_label and concept_relation in one transaction: that takes milliseconds, also
-- on the one connection of PGlite. Afterwards these are empty again.
-- A later migration that changes one of the three changes its twin too, and finds indexes by table, not by name.

create table concept_next (like concept including all);
create table concept_label_next (like concept_label including all);
create table concept_relation_next (like concept_relation including all);

-- One import of ESCO at a time, however many processes there are. A process that was killed stops telling that it is alive.
create unique index import_run_one_esco on import_run (kind) where status = 'running' and kind = 'esco';
alter table import_run add column alive_at timestamptz;
