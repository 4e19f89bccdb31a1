-- Keys of devices that an administrator has registered for a person: a certificate over one of them, whoever signed it,
-- makes the session a managed device's until the key's end. Of the key only a hash.
create table session_device_key (
  population text not null,
  principal uuid not null,
  id uuid not null,
  -- SHA-256 of its SubjectPublicKeyInfo.
  key bytea not null,
  name text not null,
  registered_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (population, principal, id)
);
create unique index session_device_key_key on session_device_key (population, principal, key);
create index session_device_key_end on session_device_key (ends_at);

-- The certificate that was shown when a session began or was raised. The session's alone: a copied cookie brings none.
create table session_certificate (
  population text not null,
  session uuid not null,
  principal uuid not null,
  key bytea not null,
  -- SHA-256 of the authority's certificate; null where the key is registered.
  authority bytea,
  managed_until timestamptz not null,
  primary key (population, session)
);
create index session_certificate_until on session_certificate (managed_until);
create index session_certificate_principal on session_certificate (population, principal);
