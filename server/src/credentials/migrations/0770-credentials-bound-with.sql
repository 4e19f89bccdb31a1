-- What somebody had shown when they bound a factor: how far it is to be believed while it is young. Null is not known.
alter table credential_passkey add column bound_with text;
alter table credential_totp add column bound_with text;
