-- When the account was last given back by recovery: what is at stake there stays closed for a while.
alter table principal add column recovered_at timestamptz;
