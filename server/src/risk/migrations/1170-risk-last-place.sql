-- Where a principal last was when more than one thing was proved: a country, never an address; null where the network
-- doesn't tell. It says how fast they would have to have travelled, and is gone after two days.
alter table risk_profile add column place_country text check (place_country ~ '^[A-Z]{2}$');
alter table risk_profile add column place_at timestamptz;
create index risk_profile_place on risk_profile (place_at) where place_at is not null;
