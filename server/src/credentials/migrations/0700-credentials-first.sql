-- One random key for digests of what is guessable or personal (codes, typed names, addresses), sealed with the master
-- key: without it the digests below can neither be searched nor linked to a person.
create table credential_digest_key (
  one boolean primary key default true check (one),
  sealed bytea not null
);

-- Passkeys. The RP ID is stored since on loopback all populations share one.
create table credential_passkey (
  population text not null,
  principal uuid not null,
  id uuid not null,
  credential_id bytea not null check (octet_length(credential_id) between 1 and 1023),
  rp_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  aaguid uuid not null,
  -- May be copied to other devices of the person; never changes (WebAuthn 3 §6.1.3).
  backup_eligible boolean not null,
  backed_up boolean not null,
  label text,
  bound_at timestamptz not null,
  last_used_at timestamptz,
  primary key (population, principal, id),
  unique (population, credential_id)
);
create index credential_passkey_anywhere on credential_passkey (credential_id);

create table credential_password (
  population text not null,
  principal uuid not null,
  id uuid not null,
  -- Argon2id in PHC form: parameters and salt are in it.
  hash text not null,
  bound_at timestamptz not null,
  last_used_at timestamptz,
  primary key (population, principal)
);

create table credential_totp (
  population text not null,
  principal uuid not null,
  id uuid not null,
  seed bytea not null,
  -- The time step of the newest code that was taken: it and all before it are used up (RFC 6238 §5.2).
  last_step bigint not null,
  bound_at timestamptz not null,
  last_used_at timestamptz,
  primary key (population, principal)
);

-- The one open code of a run.
create table credential_email_code (
  population text not null,
  run uuid not null,
  digest bytea not null,
  -- By whom tries are throttled: digest of the account where there is one, else of the address.
  subject bytea not null,
  tries smallint not null default 0,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (population, run)
);
create index credential_email_code_expired on credential_email_code (expires_at);

-- When an address or account last got mails, at most as many as the cap of a day.
create table credential_mail_cap (
  population text not null,
  subject bytea not null,
  sent_at timestamptz[] not null,
  newest_at timestamptz not null,
  primary key (population, subject)
);
create index credential_mail_cap_newest on credential_mail_cap (newest_at);

-- Token buckets: what is left of the tries that a subject has within a scope. One that doesn't refill counts
-- consecutive failures. Rows exist only for those who failed lately.
create table credential_bucket (
  population text not null,
  scope text not null,
  subject bytea not null,
  capacity double precision not null,
  -- Tokens a second; 0 where only a success or another proof fills it again.
  refill double precision not null,
  tokens double precision not null,
  counted_at timestamptz not null,
  -- Set while tries are held back, so that it is told of once.
  held_at timestamptz,
  primary key (population, scope, subject)
);
create index credential_bucket_counted on credential_bucket (counted_at);

-- Devices on which a principal has succeeded; what strangers fail does not count against them.
create table credential_device (
  population text not null,
  principal uuid not null,
  device bytea not null,
  seen_at timestamptz not null,
  primary key (population, principal, device)
);
create index credential_device_seen on credential_device (seen_at);
