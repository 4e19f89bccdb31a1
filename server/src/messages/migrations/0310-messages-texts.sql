-- Texts lie in the same outbox as mail. Those for numbers that nobody has here end without having been sent.
alter table message_outbox drop constraint message_outbox_outcome_check;
alter table message_outbox add constraint message_outbox_outcome_check check (outcome in ('sent', 'failed', 'withheld'));
alter table message_outbox add column channel text not null default 'email' check (channel in ('email', 'sms'));
alter table message_outbox alter column channel drop default;
-- How many texts somebody got lately.
create index message_outbox_texts on message_outbox (population, principal, queued_at) where channel = 'sms';
