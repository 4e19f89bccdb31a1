-- Requests of people who lost what their account is opened with: told to every address, waited for, decided, taken up.
-- Pseudonymous; who decided stands in the event log.
create table recovery_case (
  population text not null,
  id uuid not null,
  principal uuid not null,
  -- What gives the account back: a waiting period alone, or somebody's yes and then a waiting period.
  route text not null,
  run uuid not null,
  -- The browser and system that asked, in words.
  device text not null,
  locale text,
  opened_at timestamptz not null,
  wait_ms bigint not null,
  -- When the wait is over; null until somebody has said yes.
  due_at timestamptz,
  -- When the owner was told that the wait is over.
  told_at timestamptz,
  state text not null,
  settled_at timestamptz,
  primary key (population, id)
);
-- One at a time for each account.
create unique index recovery_case_living on recovery_case (population, principal) where state in ('asked', 'waiting');
create index recovery_case_principal on recovery_case (population, principal, opened_at);
create index recovery_case_open on recovery_case (population, id) where state in ('asked', 'waiting');
create index recovery_case_settled on recovery_case (settled_at) where state not in ('asked', 'waiting');
