-- What public pages show beside what engines answer from. Servers that keep public pages for a minute see by this number that a page is another now.
insert into revision (area) values ('pages') on conflict do nothing;

create or replace function raise_pages() returns trigger language plpgsql as $$
begin
  update revision set number = number + 1 where area = 'pages';
  return null;
end $$;

create trigger pages_changed after insert or update or delete on vacancy_pause
  for each statement execute function raise_pages();
create trigger pages_changed after insert or update of name, verification, website, about, opened_at, closed_at or delete on organisation
  for each statement execute function raise_pages();
