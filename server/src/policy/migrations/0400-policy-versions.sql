-- A door of the server. Its slug, kind and issuer stand in addresses and tokens, so they never change.
create table population (
  slug text primary key,
  kind text not null check (kind in ('customer', 'workforce', 'workload')),
  issuer text not null unique,
  created_at timestamptz not null
);

-- One row for each version that was ever published. `content` keeps the order of its keys (json, not jsonb), since an
-- export without source files is written from it. `source` holds the files that were applied, comments and all.
create table policy_version (
  population text not null references population (slug),
  version int not null check (version > 0),
  content json not null,
  source json,
  digest text not null,
  based_on int,
  published_at timestamptz not null,
  published_by text not null,
  primary key (population, version)
);

-- Runs and decisions pin a version and are judged by it years later: not even a mistake in our own code may change one.
create function policy_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once and never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger population_is_fixed before update or delete on population
  for each row execute function policy_refuse_change();
create trigger policy_version_is_fixed before update or delete on policy_version
  for each row execute function policy_refuse_change();
