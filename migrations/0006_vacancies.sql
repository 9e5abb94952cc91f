-- Vacancies from every format, and lists of them with counts.

-- How the raw record is read: 'jobposting', 'setu', 'csv'. XML is kept as text in `content`.
alter table raw_vacancy add column format text not null default 'jobposting';
-- The run that saw it last, and which complete feed it belongs to: what a complete run did not see is gone there.
alter table raw_vacancy add column last_seen_run text;
create index raw_vacancy_seen on raw_vacancy (source, last_seen_run);
alter table raw_vacancy drop constraint raw_vacancy_state_check;
alter table raw_vacancy add constraint raw_vacancy_state_check
  check (state in ('raw', 'read', 'published', 'rejected', 'duplicate', 'expired', 'withdrawn'));

-- What lists filter and count by, taken from `facts` by the database itself, whoever writes the row.
alter table vacancy
  add column hours_min smallint generated always as ((facts -> 'hours' ->> 0)::numeric::smallint) stored,
  add column hours_max smallint generated always as ((facts -> 'hours' ->> 1)::numeric::smallint) stored,
  add column remote_share smallint generated always as ((facts ->> 'remoteShare')::numeric::smallint) stored,
  add column contract text generated always as (facts ->> 'contract') stored,
  add column wage_max int generated always as ((facts -> 'wageCents' ->> 1)::numeric::int) stored,
  add column language_codes jsonb generated always as (jsonb_path_query_array(facts, '$.languages[*].code')) stored,
  -- A level or diploma that no number of years stands in for.
  add column asks_diploma boolean generated always as
    (facts ? 'diplomaOnly' or (facts ? 'workLevel' and not (facts -> 'workLevel') ? 'orYears')) stored,
  add column asks_skills boolean generated always as (requirements <> '[]'::jsonb) stored;

-- Counting reads this and not the texts: a whole vacancy is a hundred times as long.
create index vacancy_counts on vacancy (published_on desc, id)
  include (title, employer, occupation, region, language, closes_on, hours_min, hours_max, remote_share, contract, wage_max,
    language_codes, asks_diploma, asks_skills)
  where state = 'published';
create index vacancy_region on vacancy (region, published_on desc, id) where state = 'published';
create index vacancy_occupation on vacancy (occupation, published_on desc, id) where state = 'published';
create index vacancy_employer on vacancy (lower(employer), published_on desc, id) where state = 'published';
create index vacancy_closes on vacancy (closes_on) where state = 'published';
