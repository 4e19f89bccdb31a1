-- By how much a value counts among the others of its level, whenever that is asked: the logarithm of its count, and when
-- it was last seen in lengths of 90 days, in which counts fade to 1/e. What fades alike keeps its order, so an index
-- serves who reads the weightiest, and who removes the rest.
alter table risk_rate add column standing double precision;
update risk_rate set standing = ln(count) + extract(epoch from seen_at) / 7776000;
alter table risk_rate alter column standing set not null;
create index risk_rate_standing on risk_rate (population, hostile, chain, level, standing);
-- What an attack showed once is forgotten soon.
create index risk_rate_once on risk_rate (seen_at) where hostile and count <= 1;
