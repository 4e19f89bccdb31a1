-- What was let have may be taken back; what was issued until then is worth nothing, also after it is given again.
alter table oauth_consent add column withdrawn_at timestamptz;
