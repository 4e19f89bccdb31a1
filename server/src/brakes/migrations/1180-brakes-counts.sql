-- How passwords were answered of late, an hour a row, for parts of the traffic: an address, its prefix, its network, an
-- account, all of a population. Addresses and accounts are keyed hashes. Nothing here is older than a day.
create table brake_slice (
  population text not null,
  level text not null check (level in ('address', 'prefix', 'asn', 'account', 'marked', 'all')),
  slice text not null,
  -- Hours since 1970.
  hour integer not null,
  succeeded integer not null,
  failed integer not null,
  -- Accounts that were tried in vain, each counted once.
  accounts integer not null,
  primary key (population, level, slice, hour)
);
create index brake_slice_hour on brake_slice (hour);

-- Which passwords are tried at many accounts: a count-min sketch of keyed hashes whose key is new each day.
create table brake_sketch (
  population text not null,
  -- Days since 1970.
  day integer not null,
  cells bytea not null check (octet_length(cells) <= 262144),
  tries bigint not null,
  primary key (population, day)
);
