-- How many texts went where, within the hour and the day that each began with its first: every text costs, so each is
-- counted for the number, for numbers that begin alike, for the network that asked, and for the population.
create table credential_text_count (
  population text not null,
  scope text not null check (scope in ('address', 'number', 'prefix', 'population')),
  -- A keyed digest, so that the table names no number and no address.
  subject bytea not null,
  hour_from timestamptz not null,
  hour_count integer not null,
  day_from timestamptz not null,
  day_count integer not null,
  primary key (population, scope, subject)
);
create index credential_text_count_day on credential_text_count (day_from);
