-- Codes by text message lie beside those by mail: a run may have one open code of each.
alter table credential_email_code rename to credential_sent_code;
alter index credential_email_code_expired rename to credential_sent_code_expired;
alter table credential_sent_code add column kind text not null default 'email-code' check (kind in ('email-code', 'sms-code'));
alter table credential_sent_code drop constraint credential_email_code_pkey;
alter table credential_sent_code add constraint credential_sent_code_pkey primary key (population, run, kind);
alter table credential_sent_code alter column kind drop default;
