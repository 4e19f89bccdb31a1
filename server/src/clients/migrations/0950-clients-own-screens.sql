-- Applications that draw the screens of sign-in themselves see what people type, so each is let in by name.
alter table client add column own_screens boolean not null default false;
alter table client add column screen_origins text[] not null default '{}';
