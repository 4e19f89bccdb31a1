-- What was permitted of an action within a day is added up without a look at anything else that the person was asked about.
create index checkpoint_decision_amounts on checkpoint_decision (population, principal, client, action, id)
  where response in ('allow', 'notify') and features ? 'amount';
