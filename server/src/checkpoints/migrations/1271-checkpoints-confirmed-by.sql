-- What was shown to that very transaction, and when: a proof shown to another one is none to this. Nothing was noted
-- before, so what was confirmed then is asked for again.
alter table checkpoint_confirmation
  add column strong_at timestamptz,
  add column passkey_at timestamptz,
  add column email_code_at timestamptz;
