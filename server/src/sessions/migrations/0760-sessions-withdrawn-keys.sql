-- Registered keys that were withdrawn, for the minutes in which whoever did it can put them back; they count for nothing.
create table session_device_key_withdrawn (
  population text not null,
  principal uuid not null,
  id uuid not null,
  key bytea not null,
  name text not null,
  registered_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz not null,
  -- Who may put it back.
  withdrawn_by text not null,
  primary key (population, principal, id)
);
create index session_device_key_withdrawn_at on session_device_key_withdrawn (withdrawn_at);
