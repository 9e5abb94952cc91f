-- Vacancies that an organisation keeps on its own desk.

alter table vacancy add column organisation text references organisation (id) on delete set null;
create index vacancy_organisation on vacancy (organisation, state) where organisation is not null;
alter table vacancy drop constraint vacancy_state_check;
-- draft: seen by its organisation only; paused: published and out of the lists for now; filled: somebody got it.
alter table vacancy add constraint vacancy_state_check
  check (state in ('draft', 'published', 'paused', 'filled', 'expired', 'withdrawn'));
