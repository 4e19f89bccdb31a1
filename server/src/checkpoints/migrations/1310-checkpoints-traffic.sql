-- How decisions went, counted once from the event log, so that no question about a month reads its decisions. A row for
-- each way that there is: a population with ten actions has some hundreds a day, whatever the traffic. Kept for 100 days.
create table checkpoint_traffic (
  population text not null,
  simulated boolean not null,
  -- UTC, of the decision.
  day date not null,
  action text not null,
  band text not null,
  response text not null,
  -- What a checkpoint that only reports would have answered instead of letting it through; empty for the rest.
  would text not null,
  -- What a challenge asked for; empty for the rest.
  asked text not null,
  -- Empty while it is open, and for what has no end of its own.
  outcome text not null,
  again boolean not null,
  decisions bigint not null,
  -- The sum of the probabilities that it was somebody else.
  impostors double precision not null,
  primary key (population, simulated, day, action, band, response, would, asked, outcome, again)
) with (fillfactor = 80);
create index checkpoint_traffic_old on checkpoint_traffic (day);

-- How far each chain is counted; moved with what is counted, so that a batch that comes again counts once.
create table checkpoint_traffic_progress (
  simulated boolean primary key,
  position bigint not null
) with (fillfactor = 50);
insert into checkpoint_traffic_progress values (false, 0), (true, 0);

-- Labels are looked for by who gives them, so that many of one source hide none of another.
create index checkpoint_label_source on checkpoint_label (population, source, decision);
-- How long those took who passed a challenge, by action.
create index checkpoint_decision_passed on checkpoint_decision (population, action, id)
  where response = 'challenge' and outcome = 'permitted';
