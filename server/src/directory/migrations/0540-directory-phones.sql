-- Telephone numbers are identifiers as addresses are, normalised as E.164.
alter table principal_identifier drop constraint principal_identifier_kind_check;
alter table principal_identifier add constraint principal_identifier_kind_check
  check (kind in ('email', 'phone', 'username', 'employee-number'));
-- When its holder last proved to have it. Operators give numbers to others, so one that nobody has proved for long says
-- nothing about who has it; null where it never was proved by the person, as with names that an organisation vouches for.
alter table principal_identifier add column proved_at timestamptz;
