-- Accounts whose owner has asked for them to be deleted, until that is done or taken back.
create table principal_closing (
  population text not null,
  principal uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  primary key (population, principal)
);
create index principal_closing_due on principal_closing (due_at);
