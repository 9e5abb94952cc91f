-- Which record this is: a snapshot of another one, or of this one before a backup was put back, must not be taken for this one's.
create table record_identity (
  id text not null
);
insert into record_identity (id) values (gen_random_uuid()::text);
