-- A proof meets the challenge that it was given for, and no other: what was confirmed is kept by the decision that asked
-- for it, with a digest of what was shown beside it. What was noted before named no decision, and is asked for again.
drop table checkpoint_confirmation;
create table checkpoint_confirmation (
  population text not null,
  -- The challenge.
  decision uuid not null,
  -- SHA-256 of action, amount, currency and payee as they were shown; empty where the action alone was.
  shown bytea not null,
  principal uuid not null,
  confirmed_at timestamptz not null,
  -- When what a challenge may ask for was proved on the pages that showed it.
  strong_at timestamptz,
  passkey_at timestamptz,
  email_code_at timestamptz,
  primary key (population, decision, shown)
);
create index checkpoint_confirmation_old on checkpoint_confirmation (confirmed_at);
