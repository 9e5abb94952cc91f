-- Plans that people keep, as they were, and what became of them since (`modules/kept-plans/README.md`).

create table kept_plan (
  id text primary key,
  account text not null references account (id) on delete cascade,
  plan text not null,                 -- kind, vacancy and offerings: modules/planning/plan-id.ts
  facts jsonb not null,               -- as the person last saw it: modules/kept-plans/plan-facts.ts
  profile_hash text not null,         -- of the profile that it was found for: whether that changed since
  kept_at timestamptz not null,
  checked_at timestamptz not null,
  news jsonb,                         -- what became of it since; null: it is as it was
  news_on date,                       -- since when; the term of a plan that is gone counts from here
  told boolean not null default true, -- false: there is news that was not mailed
  unique (account, plan)
);
create index kept_plan_checked on kept_plan (checked_at);
create index kept_plan_untold on kept_plan (account) where not told;

-- Who wants a mail when a kept plan changes.
create table plan_mail_wish (
  account text primary key references account (id) on delete cascade,
  id text not null unique,            -- stands in the key of a message, where the account may not
  wished_at timestamptz not null,
  mailed_on date                      -- null: never
);

do $$
declare
  name text;
begin
  foreach name in array array['kept_plan', 'plan_mail_wish'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
    execute format('create policy own on %I using (account = acting_account())', name);
  end loop;
end $$;
