-- A consumer may follow the simulated chain as well; it has a position of its own there.
alter table event_consumer add column simulated boolean not null default false;
alter table event_consumer drop constraint event_consumer_pkey;
alter table event_consumer add primary key (name, simulated);
