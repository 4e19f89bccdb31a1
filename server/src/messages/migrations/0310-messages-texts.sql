-- Texts lie in the same outbox as mail. Those for numbers that nobody has here end without having been sent.
alter table message_outbox drop constraint message_outbox_outcome_check;
alter table message_outbox add constraint message_outbox_outcome_check check (outcome in ('sent', 'failed', 'withheld'));
