-- Which passkey was last shown to that very transaction; null where an app was, and not known of what was confirmed before.
alter table checkpoint_confirmation add column factor uuid;
