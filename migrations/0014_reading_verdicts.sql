-- What people said of skills and occupations that were read from their CV: how often it was kept and how often it was not right. No person, no text
-- but the words that were read as a name of the concept.
create table reading_verdict (
  words text not null,                -- folded
  concept text not null,
  kept integer not null default 0,
  rejected integer not null default 0,
  last_on date not null,
  primary key (words, concept)
);
