-- With a person all goes that was kept about them; what they confirmed and reported is found by them alone.
create index checkpoint_confirmation_principal on checkpoint_confirmation (population, principal);
create index checkpoint_report_principal on checkpoint_report (population, principal);
