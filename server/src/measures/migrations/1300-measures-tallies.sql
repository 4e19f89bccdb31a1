-- Figures are counted once, as events come by, and never from the log when somebody looks at a board.
--
-- How much: a population has some 30 kinds of tally and, over all journeys, some 150 different (tally, a, b, c) in a
-- day; times to sign in add at most 450 bins, in practice about 100. That is 250 rows a population and hour, whatever
-- the traffic. Hours are kept for 40 days (240 thousand rows a population), days for three years (270 thousand): small
-- enough that nothing needs partitions; a population is a narrow range of the primary key. Should one server ever
-- hold thousands of populations, hash partitions by population are the way, since every statement names it.
create table measure_tally (
  population text not null,
  simulated boolean not null,
  grain text not null check (grain in ('hour', 'day')),
  tally text not null,
  -- Beginning of the hour or day, UTC.
  at timestamptz not null,
  -- What it is counted by; which is which depends on the tally.
  a text not null,
  b text not null,
  c text not null,
  value bigint not null,
  primary key (population, simulated, grain, tally, at, a, b, c)
) with (fillfactor = 80);
create index measure_tally_old on measure_tally (grain, at);

-- How far each chain is counted. Its row is held while a batch is counted and moved with it, so that a batch that comes
-- again, or to two servers at once, counts once.
create table measure_progress (
  simulated boolean primary key,
  position bigint not null
) with (fillfactor = 50);
insert into measure_progress values (false, 0), (true, 0);

-- Runs that are open: what has to be known of them when they end. A row goes with the end of its run.
create table measure_run (
  population text not null,
  simulated boolean not null,
  run uuid not null,
  started_at timestamptz not null,
  purpose text not null,
  policy_version int not null,
  -- Where they are; and the last place that showed a screen, which is where people leave.
  journey text not null,
  place text not null,
  passkey boolean not null,
  -- It set out to recover an account, or turned to that on its way.
  recovering boolean not null,
  primary key (population, simulated, run)
);
create index measure_run_old on measure_run (started_at);

-- Sessions that are open. A row goes with the end of its session.
create table measure_session (
  population text not null,
  simulated boolean not null,
  session uuid not null,
  started_at timestamptz not null,
  acr text not null,
  primary key (population, simulated, session)
);

-- What has to be known of principals: whether they are people in use, and what happened to them before.
create table measure_principal (
  population text not null,
  simulated boolean not null,
  principal uuid not null,
  is_person boolean not null,
  is_active boolean not null,
  created_at timestamptz,
  signed_in_at timestamptz,
  had_credential boolean not null,
  reset_at timestamptz,
  primary key (population, simulated, principal)
) with (fillfactor = 90);
-- Dormant accounts are counted from this index alone.
create index measure_principal_use
  on measure_principal (population, simulated, coalesce(signed_in_at, created_at))
  where is_person and is_active and created_at is not null;

-- When a client's secret was made and when it last got a token.
create table measure_client (
  population text not null,
  simulated boolean not null,
  client text not null,
  secret_at timestamptz,
  token_at timestamptz,
  primary key (population, simulated, client)
);
