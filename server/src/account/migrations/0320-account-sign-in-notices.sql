-- When somebody was last told of a sign-in that stood out, so that they are told once a day at most.
create table account_sign_in_told (
  population text not null,
  principal uuid not null,
  told_at timestamptz not null,
  primary key (population, principal)
);
