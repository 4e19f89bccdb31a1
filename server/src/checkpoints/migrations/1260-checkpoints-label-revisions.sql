-- What was said of a decision can be said otherwise or taken back; what was said before stays, and who said it.
alter table checkpoint_label
  add column revision integer not null default 0,
  -- Why, in the words of whoever says it; goes with the decision.
  add column note text;
alter table checkpoint_label drop constraint checkpoint_label_pkey;
alter table checkpoint_label add primary key (population, decision, source, reference, revision);
