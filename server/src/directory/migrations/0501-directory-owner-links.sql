-- A link with purpose `owner` makes its holder an owner, and is used up by the registration that it leads to.
alter table invitation drop constraint invitation_purpose_check;
alter table invitation add constraint invitation_purpose_check check (purpose in ('enrol', 'owner'));
