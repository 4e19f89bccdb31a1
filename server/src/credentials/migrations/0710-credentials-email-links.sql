-- The one link by mail of a run. Nothing of it can be read here: token, number and address are keyed digests.
create table credential_email_link (
  population text not null,
  run uuid not null,
  token bytea not null,
  -- Of the two digits that the first browser shows, under this token.
  number bytea not null,
  address bytea not null,
  tries smallint not null default 0,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Somebody who had the link said yes; the browser that began the run uses it up.
  confirmed_at timestamptz,
  used_at timestamptz,
  -- Ended by wrong numbers, or by its reader: this was not me.
  ended_at timestamptz,
  primary key (population, run),
  unique (population, token)
);
create index credential_email_link_expired on credential_email_link (expires_at);
