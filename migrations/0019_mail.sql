-- Mail: written down in the transaction of its cause, sent afterwards, at most once (src/modules/mail/README.md).

create table mail (
  id text primary key,
  template text not null,
  account text references account (id) on delete cascade,  -- to whom; the address is looked up when it is sent
  email text,                         -- or to which address. Both empty: the contents were removed after their term
  language text not null check (language in ('nl', 'en')),
  kind text not null check (kind in ('needed', 'news')),
  once text not null unique,          -- the same key twice is one message. Holds no address
  data jsonb,                         -- what the template needs; null once the contents were removed
  state text not null default 'written' check (state in ('written', 'sending', 'sent', 'failed', 'perhapsLost', 'dropped')),
  attempts integer not null default 0,
  written_at timestamptz not null,
  next_at timestamptz not null,       -- not tried before
  until timestamptz,                  -- no use afterwards: a link that runs out
  sending_at timestamptz,             -- when it was taken by who sends it
  claim text,                         -- by which try: a later one is another
  settled_at timestamptz,             -- when it was sent, failed or dropped
  reason text,                        -- why it failed, waits, or may be lost; never what a server said word for word
  check (account is null or email is null)
);
create index mail_waiting on mail (next_at) where state = 'written';
create index mail_sending on mail (sending_at) where state = 'sending';
create index mail_account on mail (account);
create index mail_written on mail (written_at);

-- Who wants no news. The address itself is not kept.
create table mail_unsubscribed (
  address_hash text not null,
  kind text not null check (kind in ('news')),
  since timestamptz not null,
  primary key (address_hash, kind)
);

do $$
declare
  name text;
begin
  foreach name in array array['mail', 'mail_unsubscribed'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy task on %I using (acting_task() is not null)', name);
  end loop;
end $$;

create policy own on mail for select using (account = acting_account());
