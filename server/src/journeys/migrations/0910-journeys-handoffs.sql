-- A run may move to another browser; the one that it left is told so, and nothing more.
alter table journey_run add column moved_from bytea;

-- The one open way for a run to move: a code that the first browser shows, and who came with it.
create table journey_handoff (
  population text not null,
  run uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  -- Hash of the secret of the browser that typed the code; another one is refused from then on.
  claimed_by bytea,
  -- Which device that is, and the number that it shows.
  sealed bytea,
  tries smallint not null default 0,
  moved_at timestamptz,
  primary key (population, run),
  unique (population, code_hash),
  foreign key (population, run) references journey_run (population, id) on delete cascade
);
