-- What people have told about themselves, each with what it is for.
create table attribute (
  population text not null,
  principal uuid not null,
  name text not null,
  value text not null,
  purpose text not null,
  set_at timestamptz not null,
  primary key (population, principal, name)
);

-- Which version of which text somebody has agreed to, and when.
create table text_receipt (
  population text not null,
  principal uuid not null,
  text text not null,
  version text not null,
  accepted_at timestamptz not null,
  primary key (population, principal, text, version)
);
