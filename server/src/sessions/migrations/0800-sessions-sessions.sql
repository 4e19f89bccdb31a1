-- The only truth on sessions. The browser's secret is known by its SHA-256 only; what the session proves is worked out
-- from the proofs whenever it is asked, and how long it lives from the policy in force.
create table session (
  population text not null,
  id uuid not null,
  principal uuid not null,
  secret_hash bytea not null,
  -- [{kind, at, userVerified?}], the latest of each kind.
  proofs jsonb not null,
  -- The application through which it began.
  client text,
  -- Browser and system in words, to tell one's own sessions apart.
  device text,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Latest end by the policy at the start; a stricter one later ends it sooner, a laxer one doesn't prolong it.
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (population, id)
);
create unique index session_secret on session (population, secret_hash);
create index session_principal on session (population, principal, id) where ended_at is null;
create index session_started on session (population, started_at) where ended_at is null;
create index session_expires on session (population, expires_at) where ended_at is null;
create index session_seen on session (population, last_seen_at) where ended_at is null;
create index session_ended on session (ended_at) where ended_at is not null;
