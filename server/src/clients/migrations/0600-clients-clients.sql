-- Applications. Secrets are 256 random bits, so their SHA-256 is as hard to undo as the secret is to guess; a slow hash
-- would add nothing but load on the token endpoint.
create table client (
  population text not null,
  id text not null,
  name text not null,
  owner text not null,
  purpose text not null,
  first_party boolean not null,
  grant_types text[] not null,
  auth_method text not null check (auth_method in ('none', 'client_secret_basic', 'private_key_jwt')),
  redirect_uris text[] not null,
  post_logout_redirect_uris text[] not null,
  backchannel_logout_uri text,
  scopes text[] not null,
  resources text[] not null,
  jwks jsonb,
  jwks_uri text,
  -- The principal it is when it acts for itself.
  principal uuid,
  secret_hash bytea,
  -- After a rotation the secret before works until then, so that nothing stops while it is exchanged.
  previous_secret_hash bytea,
  previous_secret_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (population, id)
);
