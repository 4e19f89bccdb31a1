-- Recovery codes (SP 800-63B-4 §4.2.1.1). A set is made whole and replaced whole; each code opens the account once.
-- Rows of used codes stay with their set, so that its owner can be told how many are left.
create table credential_recovery_code (
  population text not null,
  principal uuid not null,
  -- Keyed, and bound to the account.
  digest bytea not null,
  -- The set, which is what the account lists as one credential.
  id uuid not null,
  bound_at timestamptz not null,
  used_at timestamptz,
  primary key (population, principal, digest)
);
