-- Every decision at a checkpoint, with all that it came from: what is not kept now can never be tried again under
-- another policy. Pseudonymous; of the request only a digest stays.
create table checkpoint_decision (
  population text not null,
  id uuid not null,
  at timestamptz not null,
  -- Null where the subject was not known to the caller.
  principal uuid,
  session uuid,
  client text not null,
  action text not null,
  resource_type text not null,
  -- SHA-256 of action and resource with their properties: the same question again has the same.
  digest bytea not null,
  response text not null,
  reasons jsonb not null,
  features jsonb not null,
  candidates jsonb not null,
  policy_version integer,
  mode text not null,
  -- How a challenge or a delay ended.
  outcome text,
  settled_at timestamptz,
  primary key (population, id)
);
create index checkpoint_decision_principal on checkpoint_decision (population, principal, id);
create index checkpoint_decision_open on checkpoint_decision (population, principal, client, digest)
  where response = 'challenge' and outcome is null;
create index checkpoint_decision_open_since on checkpoint_decision (at) where response = 'challenge' and outcome is null;
create index checkpoint_decision_old on checkpoint_decision (at);

-- Actions that wait until their owner had time to stop them.
create table checkpoint_pending (
  population text not null,
  id uuid not null,
  principal uuid not null,
  client text not null,
  action text not null,
  digest bytea not null,
  -- The decision that began it.
  decision uuid not null,
  -- What is going to happen, in the policy's words at that time.
  about text not null,
  begun_at timestamptz not null,
  due_at timestamptz not null,
  -- Hash of the token in the links of the notices.
  cancel_hash bytea not null,
  state text not null,
  settled_at timestamptz,
  primary key (population, id)
);
create unique index checkpoint_pending_waiting on checkpoint_pending (population, principal, client, digest)
  where state = 'waiting';
create index checkpoint_pending_question on checkpoint_pending (population, principal, client, digest);
create unique index checkpoint_pending_cancel on checkpoint_pending (population, cancel_hash);
create index checkpoint_pending_due on checkpoint_pending (due_at) where state = 'waiting';
create index checkpoint_pending_settled on checkpoint_pending (settled_at) where state <> 'waiting';

-- Links "this wasn't me" that were used: each counts once.
create table checkpoint_report (
  population text not null,
  link uuid not null,
  principal uuid not null,
  at timestamptz not null,
  primary key (population, link)
);
create index checkpoint_report_at on checkpoint_report (at);
