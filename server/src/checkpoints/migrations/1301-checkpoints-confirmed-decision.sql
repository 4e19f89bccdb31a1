-- A proof meets the challenge that it was given for, and no other: what was confirmed is kept by the decision that asked
-- for it, with a hash of the action, amount, currency and payee that were shown beside it; empty where the action alone
-- was. What was noted before named no decision, and is asked for again.
delete from checkpoint_confirmation;
alter table checkpoint_confirmation drop constraint checkpoint_confirmation_pkey;
alter table checkpoint_confirmation
  drop column session, drop column client, drop column digest, add column decision uuid not null, add column shown bytea not null,
  add primary key (population, decision, shown);
