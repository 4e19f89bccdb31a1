-- Who holds which entitlement, where, why and until when. The population of the holder leads, as everywhere.
create table access_grant (
  population text not null,
  id uuid not null,
  principal uuid not null,
  -- What is held: `console:<role>`.
  entitlement text not null,
  -- The population that it is held at.
  target text not null,
  basis text not null,
  purpose text not null,
  -- Who answers for it.
  owner text not null,
  given_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (population, id)
);
-- Nobody holds the same thing twice.
create unique index access_grant_held on access_grant (population, principal, entitlement, target)
  where withdrawn_at is null;
create index access_grant_target on access_grant (target, id) where withdrawn_at is null;
