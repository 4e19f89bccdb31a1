-- Devices that the organisation says it manages, until when: told by its device management, per person and browser.
create table session_posture (
  population text not null,
  principal uuid not null,
  -- Hash of the browser's long-lived cookie, as in session_device.
  device bytea not null,
  managed_until timestamptz not null,
  -- Who says so: the name of the system or the list.
  source text not null,
  marked_at timestamptz not null,
  primary key (population, principal, device)
);
create index session_posture_until on session_posture (managed_until);
