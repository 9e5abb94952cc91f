-- Why what was published as a vacancy may be no job (a course that is sold, a pool of names): reasons with the words that say so. Null: none.
alter table vacancy add column doubts jsonb;
