-- What a funding scheme asks, pays and when: its conditions as data, dated with the rule they belong to.
alter table rule add column funding jsonb;
