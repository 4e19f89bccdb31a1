-- Made-up situations that somebody wanted to keep with their answers. They stand apart from decisions, so that nothing
-- that counts or follows these ever meets one.
create table checkpoint_what_if (
  population text not null,
  id uuid not null,
  at timestamptz not null,
  -- Whose decision it began with: with their erasure it goes.
  principal uuid,
  action text not null,
  response text not null,
  reasons jsonb not null,
  features jsonb not null,
  candidates jsonb not null,
  -- Null for a draft.
  policy_version integer,
  primary key (population, id)
);
create index checkpoint_what_if_old on checkpoint_what_if (at);
create index checkpoint_what_if_principal on checkpoint_what_if (population, principal) where principal is not null;
