-- What was read of texts, so that reading all again after a change elsewhere reads only what is new. The text itself is not here: only a hash of it with the
-- versions of taxonomies, model and encoder.
create table text_reading (
  key text primary key,
  readings jsonb not null,            -- `modules/reading/texts/packed-readings.ts`
  used_on date not null
);
create index text_reading_used_on on text_reading (used_on);
