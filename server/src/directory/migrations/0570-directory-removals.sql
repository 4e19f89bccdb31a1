-- When a proved address or number, or a credential, was last taken from the account: what is gone can't tell it any more.
alter table principal add column contact_removed_at timestamptz, add column credential_removed_at timestamptz;
