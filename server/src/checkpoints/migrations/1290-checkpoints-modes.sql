-- What a checkpoint that only reports would have answered, beside the yes that it gave.
alter table checkpoint_decision add column would jsonb;
