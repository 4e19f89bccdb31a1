-- One person's way through a journey. The browser is known by a hash only; what the person entered lies sealed in the
-- states. Rows go when the retention job comes by: runs are kept for a day after their end, for late "back" buttons.
create table journey_run (
  population text not null,
  id uuid not null,
  purpose text not null,
  policy_version int not null,
  ask jsonb not null,
  return_to text,
  browser_hash bytea not null,
  locale text not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  -- The number of the state that is shown now.
  state_number int not null,
  ended_at timestamptz,
  outcome jsonb,
  taken_at timestamptz,
  primary key (population, id)
);
create index journey_run_return on journey_run (population, return_to, started_at desc) where return_to is not null;
create index journey_run_open on journey_run (expires_at) where ended_at is null;
create index journey_run_ended on journey_run (ended_at) where ended_at is not null;

-- Immutable: each input leads to a new row, so an old tab can be told from the current one and nothing is overwritten.
create table journey_run_state (
  population text not null,
  run uuid not null,
  number int not null,
  journey text not null,
  node text not null,
  entered_at timestamptz not null,
  -- Digest of the input that led here, to tell the same input sent twice from another one.
  input_digest bytea,
  sealed bytea not null,
  primary key (population, run, number),
  foreign key (population, run) references journey_run (population, id) on delete cascade
);
