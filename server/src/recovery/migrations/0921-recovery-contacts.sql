-- People whom the owner of an account trusts to say that it is them. A contact gets no access; the address is sealed.
create table recovery_contact (
  population text not null,
  id uuid not null,
  principal uuid not null,
  address bytea not null,
  locale text,
  state text not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  primary key (population, id)
);
create index recovery_contact_principal on recovery_contact (population, principal, asked_at);
create index recovery_contact_gone on recovery_contact (settled_at) where state = 'gone';

-- Of a case that asks contacts: the number that the person's own screen shows, and how often another one was typed.
alter table recovery_case add column number text;
alter table recovery_case add column tries integer not null default 0;
