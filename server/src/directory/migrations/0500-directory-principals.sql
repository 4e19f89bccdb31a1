-- Principals: each in exactly one population, which therefore leads every key.
create table principal (
  population text not null,
  id uuid not null,
  kind text not null check (kind in ('person', 'service', 'agent')),
  state text not null default 'active' check (state in ('active', 'suspended', 'erased')),
  basis text not null,
  display_name text,
  locale text,
  origin text not null default 'real' check (origin in ('real', 'simulated')),
  created_at timestamptz not null,
  state_changed_at timestamptz not null,
  primary key (population, id)
);
-- Collation "C" lets a prefix search use the index.
create index principal_display_name on principal (population, lower(display_name) collate "C", id)
  where display_name is not null;

-- What a principal is known by. Only verified rows reserve and match; any number of unverified ones may be alike.
create table principal_identifier (
  population text not null,
  principal uuid not null,
  kind text not null check (kind in ('email', 'username', 'employee-number')),
  value text not null,
  normalised text collate "C" not null,
  -- The run that added it, where one did: a first verification in another run doesn't trust what came before.
  run uuid,
  added_at timestamptz not null,
  verified_at timestamptz,
  primary key (population, principal, kind, normalised),
  foreign key (population, principal) references principal (population, id)
);
-- Across kinds: what a person types at the door has no kind.
create unique index principal_identifier_verified on principal_identifier (population, normalised)
  where verified_at is not null;
create index principal_identifier_normalised on principal_identifier (population, normalised);

-- One-time links: the holder has the token, the table has its SHA-256.
create table invitation (
  population text not null,
  id uuid not null,
  principal uuid not null,
  purpose text not null check (purpose in ('enrol')),
  token_hash bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (population, id),
  foreign key (population, principal) references principal (population, id)
);
create unique index invitation_token on invitation (population, token_hash);
create unique index invitation_open on invitation (population, principal, purpose)
  where used_at is null and withdrawn_at is null;
