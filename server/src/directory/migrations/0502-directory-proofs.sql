-- Since when what a principal shows counts. What was shown before in a run that is still under way is worth nothing:
-- the account was recovered, reported, suspended, or looked after by the desk since.
alter table principal add column proofs_count_from timestamptz;
