-- One row for each master key that has sealed something here: a known text under it. A server whose master keys
-- don't open all of these would meet sealed values that it cannot read, and refuses to start.
create table key_check (
  master bytea primary key,
  sealed bytea not null
);

-- Each principal's data key, sealed with the master key. Destroying it is what erases everything sealed with it; the
-- row stays, so that no new key is ever made for somebody who was erased.
create table principal_key (
  population text not null,
  principal uuid not null,
  sealed bytea,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  primary key (population, principal),
  check ((sealed is null) = (destroyed_at is not null))
);

-- Signing keys and cookie keys, with one life: published -> active -> retired, then the row goes.
create table population_key (
  population text not null,
  kid text not null,
  algorithm text not null check (algorithm in ('ES256', 'RS256', 'cookie')),
  state text not null check (state in ('published', 'active', 'retired')),
  created_at timestamptz not null,
  active_from timestamptz not null,
  retired_at timestamptz,
  sealed bytea not null,
  primary key (population, kid),
  check ((state = 'retired') = (retired_at is not null))
);
create unique index population_key_active on population_key (population, algorithm) where state = 'active';
create unique index population_key_published on population_key (population, algorithm) where state = 'published';

-- Counts the changes to a population's keys: what a server polls where it may have missed a notification.
create table key_change (
  population text primary key,
  number bigint not null
);
