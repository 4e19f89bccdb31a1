-- Actions that wait until somebody other than the one who asked has looked at them.
create table checkpoint_review (
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
  -- The browser and system that asked, in words.
  device text not null,
  asked_at timestamptz not null,
  -- Until when somebody is to look at it; once it was approved, until when it can be done.
  expires_at timestamptz not null,
  state text not null,
  -- Who said yes or no: a principal of a population of colleagues.
  decided_in text,
  decided_by uuid,
  reason text,
  decided_at timestamptz,
  settled_at timestamptz,
  primary key (population, id)
);
create unique index checkpoint_review_open on checkpoint_review (population, principal, client, digest)
  where state in ('waiting', 'approved');
create index checkpoint_review_question on checkpoint_review (population, principal, client, digest);
create index checkpoint_review_expires on checkpoint_review (expires_at) where state in ('waiting', 'approved');
create index checkpoint_review_settled on checkpoint_review (settled_at) where state not in ('waiting', 'approved');

-- When the owner was last told of the same question, so that asking again sends no second mail.
create table checkpoint_told (
  population text not null,
  principal uuid not null,
  client text not null,
  digest bytea not null,
  at timestamptz not null,
  primary key (population, principal, client, digest)
);
create index checkpoint_told_at on checkpoint_told (at);
