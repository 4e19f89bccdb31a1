-- When an account was last given back to somebody who had lost what it is opened with; null where it never was.
alter table principal add column recovered_at timestamptz;
