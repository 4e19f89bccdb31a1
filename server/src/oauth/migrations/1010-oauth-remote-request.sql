-- Requests of applications at another screen than the person's own: a kiosk that shows a code (RFC 8628), a desk that
-- names the person (CIBA). The artefact itself lies with the others, under the hash of what its bearer holds; the
-- answer, which no bearer of a code ever sees, lies here until it is fetched.
create table oauth_remote_request (
  population text not null,
  id uuid not null,
  kind text not null check (kind in ('device', 'backchannel')),
  -- Of the device_code or auth_req_id, as in oauth_artefact.
  artefact_hash bytea not null,
  -- Of the code that a device shows.
  code_hash bytea,
  -- Whom a backchannel request is about; of a device request, who answered it.
  principal uuid,
  client text not null,
  -- What was asked for, and the number that the application shows: sealed, bound to this row.
  asked bytea not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'expired')),
  reason text,
  -- Of the browser in which the code was entered; nobody else goes on with it.
  browser_hash bytea,
  -- When that browser's person said yes; they may have to sign in after it.
  allowed_at timestamptz,
  tries int not null default 0,
  -- Sealed, bound to this row.
  answer bytea,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (population, id)
);
create unique index oauth_remote_request_artefact on oauth_remote_request (population, artefact_hash);
create unique index oauth_remote_request_code on oauth_remote_request (population, code_hash) where code_hash is not null;
create index oauth_remote_request_person on oauth_remote_request (population, principal, asked_at) where principal is not null;
create index oauth_remote_request_client on oauth_remote_request (population, client, asked_at);
create index oauth_remote_request_expiry on oauth_remote_request (expires_at);
