-- Programmes that an educator or school keeps itself. Null: imported, and nobody here answers for it.
alter table programme add column organisation text references organisation (id) on delete set null;
create index programme_organisation on programme (organisation) where organisation is not null;
