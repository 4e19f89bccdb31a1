-- Browsers that a principal has had a session in, by the hash of their long-lived cookie: how long one has been known.
-- Kept while they are used; an account that changed hands, or was reported, begins anew.
create table session_device (
  population text not null,
  principal uuid not null,
  device bytea not null,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (population, principal, device)
);
create index session_device_seen on session_device (seen_at);

-- The browser that a session began in; null for one that keeps no cookie.
alter table session add column device_hash bytea;
