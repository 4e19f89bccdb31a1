-- A yes that used something up, by the caller's own key of the request: whoever lost the answer asks again and gets it.
-- SHA-256; null for every other decision, so that the index stays small.
alter table checkpoint_decision add column repeat_key bytea;
create index checkpoint_decision_repeat on checkpoint_decision (population, principal, client, digest, repeat_key)
  where repeat_key is not null;
