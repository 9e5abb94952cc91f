-- Vacancies that somebody writes with the check, and what organisations that promised to write in skills scored.

-- A draft: no account. Only the hash of the cookie's token is kept; the row goes after 30 days without use.
create table draft_vacancy (
  token_hash text primary key,
  draft jsonb not null,               -- text, place, employer, reasons: `modules/vacancy-checks/drafts.ts`
  created_at timestamptz not null,
  used_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_vacancy_expires on draft_vacancy (expires_at);

-- What one text of an organisation scored on one day, in parts. The text is not kept.
create table vacancy_score (
  organisation text not null,
  checked_on date not null,
  text_hash text not null,
  parts jsonb not null,               -- `modules/vacancy-checks/score.ts`
  checks jsonb not null,              -- how many times each check said something that is no tip
  reached jsonb,                      -- people in tens, low and high; null where nothing was counted
  primary key (organisation, checked_on, text_hash)
);
