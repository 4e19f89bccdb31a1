-- The last few wrong passwords of an account, so that the same one given again isn't counted again. Two bytes of a keyed
-- hash each: enough to tell one from another, too little to find a password by. Gone after an hour.
create table credential_wrong_password (
  population text not null,
  account bytea not null,
  digests bytea not null check (octet_length(digests) <= 6),
  at timestamptz not null,
  primary key (population, account)
);
create index credential_wrong_password_at on credential_wrong_password (at);
