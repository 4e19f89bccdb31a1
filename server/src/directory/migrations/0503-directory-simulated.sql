-- Where a population has millions of people, the few that are made up are listed without a look at the others.
create index principal_simulated on principal (population, id) where origin = 'simulated';
