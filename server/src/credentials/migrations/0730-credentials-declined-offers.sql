-- Who said "not now" to making a credential, so that they are left alone for a while. Kept for 400 days at most.
create table credential_declined_offer (
  population text not null,
  principal uuid not null,
  kind text not null,
  declined_at timestamptz not null,
  primary key (population, principal, kind)
);
create index credential_declined_offer_old on credential_declined_offer (declined_at);
