-- What people set for themselves, and when they last gave the account another address in place of one.
alter table principal add column time_zone text, add column contact_changed_at timestamptz;

-- An address that was replaced, for as long as whoever reads its mail can undo that; then the row is removed.
create table address_change (
  population text not null,
  id uuid not null,
  principal uuid not null,
  former text not null,
  at timestamptz not null,
  until timestamptz not null,
  token_hash bytea not null,
  -- open, undone (by its own link) or overtaken (by that of an earlier change)
  state text not null,
  primary key (population, id)
);
create unique index address_change_token on address_change (population, token_hash);
create index address_change_principal on address_change (population, principal);
create index address_change_until on address_change (until);
