-- The outbox: which vacancies, trainings and people of the pool changed, written by the database itself in the transaction of the change,
-- whoever makes it (docs/decisions/0010-the-outbox.md). Every process that keeps an index in memory reads it.

-- Changes after this revision stand in the outbox by name. A reader that stands before it reads the whole area again.
alter table revision add column named_after bigint not null default 0;
update revision set named_after = number;

create table outbox (
  area text not null,                 -- revision (area): 'vacancies', 'trainings', 'pool'
  revision bigint not null,           -- the number that this change raised the area to
  kind text not null check (kind in ('vacancy', 'programme', 'offering', 'person')),
  id text not null,
  what text not null check (what in ('put', 'remove')),
  changed_at timestamptz not null default now()
);
create index outbox_revision on outbox (area, revision);

-- One change of more records than this is not named, and whoever is behind by more is told everything. The decision says why it is this
-- number.
create or replace function most_named() returns int language sql immutable as 'select 20000';

-- Before a statement that writes an area: waits until no other transaction is writing it. After the statement the number is raised, which
-- locks the same row; taking it first means that two writers never wait for each other's rows and the number crosswise.
create or replace function wait_for_area() returns trigger language plpgsql as $$
begin
  perform 1 from revision where area = tg_argv[0] for no key update;
  return null;
end $$;

-- Raises the revision and names what changed, together; nothing changed is no revision. The lock of the raised row is kept to the end of the
-- transaction, so whoever sees a number sees all that came before it.
create or replace function name_changes(changed_area text, changed_kind text, put text[], removed text[]) returns void
language plpgsql as $$
declare
  changed int := cardinality(put) + cardinality(removed);
  raised bigint;
begin
  if changed = 0 then
    return;
  end if;
  update revision
     set number = number + 1, named_after = case when changed > most_named() then number + 1 else named_after end
   where area = changed_area returning number into raised;
  if changed <= most_named() then
    insert into outbox (area, revision, kind, id, what)
    select changed_area, raised, changed_kind, id, 'put' from unnest(put) as id
    union all
    select changed_area, raised, changed_kind, id, 'remove' from unnest(removed) as id;
  end if;
end $$;

-- After a statement: rows of `before` and `after` that differ, told apart by id. Every row of these tables is in an index.
-- No nested loops: the plan is kept from the first statement, of one row perhaps, and a later one may write many thousands.
create or replace function name_rows() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  case tg_op
    when 'INSERT' then
      perform name_changes(tg_argv[0], tg_argv[1], array(select id from after), '{}');
    when 'DELETE' then
      perform name_changes(tg_argv[0], tg_argv[1], '{}', array(select id from before));
    when 'UPDATE' then
      perform name_changes(tg_argv[0], tg_argv[1],
        array(select a.id from after a left join before b on b.id = a.id where b.* is distinct from a.*),
        array(select id from before except select id from after));
  end case;
  return null;
end $$;

-- Of vacancies only the published ones are in an index.
create or replace function name_vacancies() returns trigger language plpgsql set enable_nestloop = off as $$
begin
  case tg_op
    when 'INSERT' then
      perform name_changes('vacancies', 'vacancy', array(select id from after where state = 'published'), '{}');
    when 'DELETE' then
      perform name_changes('vacancies', 'vacancy', '{}', array(select id from before where state = 'published'));
    when 'UPDATE' then
      perform name_changes('vacancies', 'vacancy',
        array(select a.id from after a left join before b on b.id = a.id where a.state = 'published' and b.* is distinct from a.*),
        array(select id from before where state = 'published' except select id from after where state = 'published'));
  end case;
  return null;
end $$;

-- What an offering teaches stands in its programme: a changed programme changes its offerings.
create or replace function name_offerings_of_programmes() returns trigger language plpgsql set enable_nestloop = off as $$
declare
  changed text[] := array(select a.id from after a left join before b on b.id = a.id where b.* is distinct from a.*);
begin
  perform name_changes('trainings', 'offering', array(select id from offering where programme = any(changed)), '{}');
  return null;
end $$;

-- Who empties a table names no rows.
create or replace function name_everything() returns trigger language plpgsql as $$
begin
  update revision set number = number + 1, named_after = number + 1 where area = tg_argv[0];
  return null;
end $$;

create trigger outbox_wait before insert or update or delete on vacancy
  for each statement execute function wait_for_area('vacancies');
create trigger outbox_insert after insert on vacancy
  referencing new table as after for each statement execute function name_vacancies();
create trigger outbox_update after update on vacancy
  referencing old table as before new table as after for each statement execute function name_vacancies();
create trigger outbox_delete after delete on vacancy
  referencing old table as before for each statement execute function name_vacancies();
create trigger outbox_truncate after truncate on vacancy
  for each statement execute function name_everything('vacancies');

create trigger outbox_wait before insert or update or delete on programme
  for each statement execute function wait_for_area('trainings');
create trigger outbox_insert after insert on programme
  referencing new table as after for each statement execute function name_rows('trainings', 'programme');
create trigger outbox_update after update on programme
  referencing old table as before new table as after for each statement execute function name_rows('trainings', 'programme');
create trigger outbox_update_offerings after update on programme
  referencing old table as before new table as after for each statement execute function name_offerings_of_programmes();
create trigger outbox_delete after delete on programme
  referencing old table as before for each statement execute function name_rows('trainings', 'programme');
create trigger outbox_truncate after truncate on programme
  for each statement execute function name_everything('trainings');

create trigger outbox_wait before insert or update or delete on offering
  for each statement execute function wait_for_area('trainings');
create trigger outbox_insert after insert on offering
  referencing new table as after for each statement execute function name_rows('trainings', 'offering');
create trigger outbox_update after update on offering
  referencing old table as before new table as after for each statement execute function name_rows('trainings', 'offering');
create trigger outbox_delete after delete on offering
  referencing old table as before for each statement execute function name_rows('trainings', 'offering');
create trigger outbox_truncate after truncate on offering
  for each statement execute function name_everything('trainings');

create trigger outbox_wait before insert or update or delete on pool_person
  for each statement execute function wait_for_area('pool');
create trigger outbox_insert after insert on pool_person
  referencing new table as after for each statement execute function name_rows('pool', 'person');
create trigger outbox_update after update on pool_person
  referencing old table as before new table as after for each statement execute function name_rows('pool', 'person');
create trigger outbox_delete after delete on pool_person
  referencing old table as before for each statement execute function name_rows('pool', 'person');
create trigger outbox_truncate after truncate on pool_person
  for each statement execute function name_everything('pool');
