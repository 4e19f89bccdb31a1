-- Journeys ask at checkpoints, too: what was shown in a run counts in that run alone.
alter table checkpoint_decision add column run uuid;
