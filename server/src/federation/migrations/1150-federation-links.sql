-- Which identity at a provider upstream opens which account: keyed by issuer and subject, never by an address, which
-- may change hands. One identity opens one account of a population.
create table federation_link (
  population text not null,
  principal uuid not null,
  issuer text not null,
  subject text not null,
  -- The policy's name of the provider when the link was made; what counts is the issuer.
  provider text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (population, issuer, subject)
);
create index federation_link_principal on federation_link (population, principal);

-- What this population shows a provider that it is itself; sealed with the master key.
create table federation_secret (
  population text not null,
  provider text not null,
  sealed bytea not null,
  set_at timestamptz not null,
  primary key (population, provider)
);
