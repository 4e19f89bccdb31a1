-- The event log in two tables, so that the path of the caller is short and the log itself is only ever added to.
--
-- An event is first inserted into event_inbox, in its caller's transaction: one heap row, one small index, nothing
-- to wait for. The numbering job then moves it into event, giving it its position and hash in the same statement.
-- (Updating rows in place would write each of them twice as well, leave the dead versions in the big table, and
-- forbid the trigger below; a side table for position and hash would cost a second row and a join for each event,
-- and would need some other way to find those that committed late.)
create table event_inbox (
  -- The order of arrival. It has gaps, and one that commits late has a lower number than its neighbours.
  arrival bigint generated always as identity primary key,
  simulated boolean not null,
  id uuid not null,
  at timestamptz not null,
  type text not null,
  population text,
  principal uuid,
  -- Null where it is the principal itself.
  actor text,
  session uuid,
  run uuid,
  client text,
  -- json, not jsonb: the chain hashes the text as it was written, and it must come back byte for byte.
  open json not null,
  personal bytea
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- Populations are few, and named in every event and in an index of it: a number there saves some 35 bytes an event. No
-- foreign key guards it, which would be looked up for each event; the chain hashes the name.
create table event_population (
  number int generated always as identity primary key,
  name text not null unique
);

-- Columns of fixed width come first: alignment would cost some 20 bytes an event otherwise.
create table event (
  position bigint not null,
  at timestamptz not null,
  population int,
  id uuid not null,
  principal uuid,
  session uuid,
  run uuid,
  simulated boolean not null,
  hash bytea not null,
  type text not null,
  actor text,
  client text,
  open json not null,
  personal bytea
) partition by list (simulated);

create table event_real partition of event for values in (false) partition by range (at);
create table event_simulated partition of event for values in (true) partition by range (at);

-- Reading and following go by position; a population's and a principal's events are read in that order too. Reading
-- by session or run is rare and always has the principal or a narrow time at hand, so they have no index.
create index event_by_position on event (position);
create index event_by_population on event (population, position);
create index event_by_principal on event (principal, position) where principal is not null;

-- A guard against mistakes, not against the owner of the database: what proves the latter is the chain.
create function event_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'events are never changed or removed' using errcode = 'restrict_violation';
end $$;
create trigger event_append_only before update or delete on event
  for each row execute function event_refuse_change();

-- The end of each chain: the last position given out and its hash. One row each, held while a batch is numbered.
create table event_chain (
  simulated boolean primary key,
  position bigint not null,
  hash bytea not null
) with (fillfactor = 50);
insert into event_chain values (false, 0, decode(repeat('00', 32), 'hex')), (true, 0, decode(repeat('00', 32), 'hex'));

-- How far each consumer has come. A failing one waits until retry_at, whichever server it runs on.
create table event_consumer (
  name text primary key,
  position bigint not null default 0,
  failures int not null default 0,
  retry_at timestamptz
) with (fillfactor = 50);

-- Makes the partition of a month (given as its first day, UTC) unless it is there. Made apart and then attached,
-- because `create table ... partition of` would lock out every reader of the log. There is no default partition: with
-- one, each attachment would have to scan it, and what fell into it could never be moved out by the trigger above.
create function event_ensure_partition(of_simulated boolean, month date) returns void language plpgsql as $$
declare
  parent text := case when of_simulated then 'event_simulated' else 'event_real' end;
  partition text := parent || '_' || to_char(month, 'YYYYMM');
begin
  -- Asked of the catalogue by a query, which sees what was committed meanwhile; a cached look-up might not.
  if exists (select from pg_inherits where inhparent = parent::regclass
             and inhrelid = (select oid from pg_class where relname = partition
                             and relnamespace = (select relnamespace from pg_class where oid = parent::regclass))) then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('limen.event.partition'));
  if exists (select from pg_class where relname = partition
             and relnamespace = (select relnamespace from pg_class where oid = parent::regclass)) then
    return;
  end if;
  execute format('create table %I (like %I including defaults including constraints including storage)',
    partition, parent);
  execute format('create trigger event_no_truncate before truncate on %I execute function event_refuse_change()',
    partition);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, partition,
    to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00', to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
end $$;
