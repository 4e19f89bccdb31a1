-- What the OpenID providers keep: codes, tokens, grants, provider sessions, interactions, seen client assertions.
-- An id that a bearer holds is stored as its hash only, and the content is sealed under a key made from that id: who
-- reads this table can neither use nor read an artefact.
create table oauth_artefact (
  population text not null,
  model text not null,
  id_hash bytea not null,
  -- Hash of the id of the OAuth grant it came of, so that all of it can be revoked together.
  grant_hash bytea,
  -- Our session that it lives in.
  session uuid,
  sealed bytea not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (population, model, id_hash)
);
create index oauth_artefact_grant on oauth_artefact (population, grant_hash) where grant_hash is not null;
create index oauth_artefact_session on oauth_artefact (population, session) where session is not null;
create index oauth_artefact_expiry on oauth_artefact (expires_at);

-- What a person let an application of another organisation have. First-party applications need none.
create table oauth_consent (
  population text not null,
  principal uuid not null,
  client text not null,
  scopes text[] not null,
  claims text[] not null,
  given_at timestamptz not null,
  primary key (population, principal, client)
);

-- Which applications a session was used for: who is told when it ends, and whose `sid` it is.
create table oauth_session_client (
  population text not null,
  session uuid not null,
  client text not null,
  principal uuid not null,
  since timestamptz not null,
  expires_at timestamptz not null,
  primary key (population, session, client)
);
create index oauth_session_client_expiry on oauth_session_client (expires_at);

-- Outbox of back-channel logout: one row until the application has been told or was given up.
create table oauth_logout (
  population text not null,
  session uuid not null,
  client text not null,
  principal uuid not null,
  attempt int not null default 0,
  due_at timestamptz not null,
  primary key (population, session, client)
);
create index oauth_logout_due on oauth_logout (due_at);
