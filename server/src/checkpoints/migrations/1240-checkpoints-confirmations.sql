-- Transactions that a person was shown and proved themselves to: a challenge to the same one is met by it. Of the
-- transaction only a digest; kept for a day.
create table checkpoint_confirmation (
  population text not null,
  session uuid not null,
  client text not null,
  -- SHA-256 of action, amount, currency and payee.
  digest bytea not null,
  principal uuid not null,
  confirmed_at timestamptz not null,
  primary key (population, session, client, digest)
);
create index checkpoint_confirmation_old on checkpoint_confirmation (confirmed_at);
