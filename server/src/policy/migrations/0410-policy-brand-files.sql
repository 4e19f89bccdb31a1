-- Logos and typefaces that an operator brought, cleaned, each named by the hash of its bytes, so that a policy's version
-- that names one has pinned it. What was never published is a draft's and may go; what was published stays, since that
-- version does.
create table policy_brand_file (
  population text not null references population (slug),
  name text not null check (name ~ '^[A-Za-z0-9_-]{43}\.(svg|png|woff2)$'),
  content bytea not null check (length(content) between 1 and 102400),
  added_at timestamptz not null,
  published_at timestamptz,
  primary key (population, name)
);
create index policy_brand_file_drafts on policy_brand_file (population, added_at) where published_at is null;

create function policy_keep_brand_file() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (new.population, new.name, new.content, new.added_at)
    is not distinct from (old.population, old.name, old.content, old.added_at) then return new; end if;
  if tg_op = 'DELETE' and old.published_at is null then return old; end if;
  raise exception '% is written once and never changed', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger policy_brand_file_is_kept before update or delete on policy_brand_file
  for each row execute function policy_keep_brand_file();
