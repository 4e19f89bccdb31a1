-- What was asked is kept as a keyed hash. Plain ones of before are told by their length, and are keyed while the server
-- runs, the newest first: then nothing is in these indexes any more.
create index checkpoint_decision_plain on checkpoint_decision (id) where octet_length(digest) = 32;
create index checkpoint_pending_plain on checkpoint_pending (id) where octet_length(digest) = 32;
create index checkpoint_review_plain on checkpoint_review (id) where octet_length(digest) = 32;
