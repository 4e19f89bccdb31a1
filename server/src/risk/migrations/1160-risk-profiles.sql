-- What a principal usually shows: counts that fade, of values that are keyed hashes. Never a row a login.
create table risk_profile (
  population text not null,
  principal uuid not null,
  counts jsonb not null,
  updated_at timestamptz not null,
  primary key (population, principal)
);
create index risk_profile_updated on risk_profile (updated_at);

-- What the sign-in of a session showed, as it was assessed then: each signal with what it said.
create table risk_session (
  population text not null,
  session uuid not null,
  principal uuid not null,
  at timestamptz not null,
  -- [{signal, ratio, reason?}]
  contributions jsonb not null,
  missing jsonb not null,
  -- How much was known of the principal then: bucket of logins, and frequency.
  history text not null,
  frequency text not null,
  -- What is learnt once the owner has confirmed it, with a key per level; null when that is done.
  unlearnt jsonb,
  primary key (population, session)
);
create index risk_session_at on risk_session (at);
create index risk_session_principal on risk_session (population, principal);

-- What a whole population shows, of genuine sign-ins and of hostile attempts. The same keyed hashes.
create table risk_rate (
  population text not null,
  hostile boolean not null,
  chain text not null,
  level smallint not null,
  value text not null,
  count double precision not null,
  seen_at timestamptz not null,
  primary key (population, hostile, chain, level, value)
);
create index risk_rate_seen on risk_rate (seen_at);
