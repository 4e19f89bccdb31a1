-- Telephone numbers are identifiers as addresses are, normalised as E.164.
alter table principal_identifier drop constraint principal_identifier_kind_check;
alter table principal_identifier add constraint principal_identifier_kind_check
  check (kind in ('email', 'phone', 'username', 'employee-number'));
-- When its holder last proved to have it, or the organisation vouched for it. Operators give numbers to others, so one
-- that nobody has proved for long says nothing about who has it. What was proved before this column was added counts as
-- proved then.
alter table principal_identifier add column proved_at timestamptz;
update principal_identifier set proved_at = verified_at where verified_at is not null;
