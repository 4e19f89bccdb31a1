-- From where each machine got tokens lately, so that a place where it never was stands out. A place is an autonomous
-- system or a prefix of addresses, never an address; kept for 180 days after it was last seen.
create table checkpoint_known_network (
  population text not null,
  client text not null,
  place text not null,
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  primary key (population, client, place)
);
create index checkpoint_known_network_old on checkpoint_known_network (last_seen);
