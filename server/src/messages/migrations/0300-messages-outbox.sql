-- Mail that waits to be sent. Who gets what, with codes and links in it, lies sealed; it is wiped when the mail has
-- gone or was given up. A worker takes a row by moving `next_try_at` past the time that one try may last, so that a
-- worker that dies leaves the row to another.
create table message_outbox (
  population text not null,
  id uuid not null,
  principal uuid,
  run uuid,
  kind text not null,
  -- 0 where a person waits in front of a screen, 1 for the rest: an import of thousands must not hold up a code.
  priority smallint not null,
  sealed bytea,
  queued_at timestamptz not null,
  -- After this the message would be of no use any more.
  expires_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts smallint not null default 0,
  outcome text check (outcome in ('sent', 'failed')),
  settled_at timestamptz,
  primary key (population, id),
  check ((settled_at is null) = (sealed is not null)),
  check ((settled_at is null) = (outcome is null))
);
create index message_outbox_waiting on message_outbox (priority, next_try_at) where settled_at is null;
create index message_outbox_settled on message_outbox (settled_at) where settled_at is not null;

-- What would have been mailed, for a server in development that has no mail server. The newest 200.
create table message_inbox (
  population text not null,
  id uuid not null,
  sealed bytea not null,
  received_at timestamptz not null,
  primary key (population, id)
);
create index message_inbox_newest on message_inbox (received_at desc, id desc);
