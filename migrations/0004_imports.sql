-- One import of a kind at a time, whatever the kind; until now only ESCO was guarded by an index.
drop index import_run_one_esco;
create unique index import_run_one_running on import_run (kind) where status = 'running';
create index import_run_latest on import_run (started_at desc, id desc);
-- Where the report of a run says how many were refused without counting them.
alter table import_run add column rejected int not null default 0;
