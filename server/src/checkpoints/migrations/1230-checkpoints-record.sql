-- What a decision can't be judged by afterwards unless it is kept now: what was at stake, every answer with its expected
-- cost and its propensity, the draw, the model, and what drafts that were watching would have answered.
alter table checkpoint_decision
  add column weighing jsonb,
  add column model text,
  add column explored boolean not null default false,
  add column shadows jsonb;
-- A session that a draw has let go is asked for at each decision in it: few are.
create index checkpoint_decision_explored on checkpoint_decision (population, session)
  where explored and response = 'allow';
create index checkpoint_decision_shadowed on checkpoint_decision (population, id) where shadows is not null;

-- What became of a challenge, as the event log has it.
create table checkpoint_follow_up (
  population text not null,
  decision uuid not null,
  -- The event that tells of it: the same one counts once.
  event uuid not null,
  at timestamptz not null,
  -- Since the answer.
  ms bigint not null,
  kind text not null,
  -- The step or credential, and what was wrong.
  what text,
  code text,
  primary key (population, decision, event)
);

-- Whether it was somebody else, as it turned out later.
create table checkpoint_label (
  population text not null,
  decision uuid not null,
  source text not null,
  -- The other side's own name for it, so that the same one counts once; empty where there is one at most.
  reference text not null,
  principal uuid,
  verdict text not null,
  confidence real not null,
  at timestamptz not null,
  given_by text not null,
  primary key (population, decision, source, reference)
);
create index checkpoint_label_principal on checkpoint_label (population, principal);

-- Drafts that watch: what they would answer is kept with each decision, and nobody feels it.
create table checkpoint_watch (
  population text not null,
  id uuid not null,
  name text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  stopped_at timestamptz,
  started_by text not null,
  based_on integer,
  -- The parts of the draft that decisions go by.
  checkpoints jsonb not null,
  risk jsonb,
  primary key (population, id)
);
