-- Imports look a posting up by its identity whatever file it came from, and go through what waits to be read.
create index raw_vacancy_external on raw_vacancy (external_id);
create index raw_vacancy_waiting on raw_vacancy (id) where state = 'raw';
create index raw_vacancy_vacancy on raw_vacancy (vacancy);
