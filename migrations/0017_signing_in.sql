-- Signing in: what a mailed link still has to do when it is opened, and requests to OpenID providers that are under way.

-- The OpenID identity that joins the account when the link is opened; null: none.
alter table sign_in_link add column issuer text;
alter table sign_in_link add column subject text;
-- The language of a new account.
alter table sign_in_link add column language text not null default 'nl' check (language in ('nl', 'en'));

-- Somebody went to an OpenID provider and is not back yet. Used once, within minutes, by the browser that went.
create table open_id_request (
  state_hash text primary key,
  browser_hash text not null,
  provider text not null,             -- its id in the configuration
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  language text not null check (language in ('nl', 'en')),
  expires_at timestamptz not null
);
create index open_id_request_expires on open_id_request (expires_at);

alter table open_id_request enable row level security;
alter table open_id_request force row level security;
create policy task on open_id_request using (acting_task() is not null);
