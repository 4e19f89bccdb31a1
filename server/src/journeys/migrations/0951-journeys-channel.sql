-- Where a run takes place: a step that can't run there is not shown there.
alter table journey_run add column if not exists channel text not null default 'web';
