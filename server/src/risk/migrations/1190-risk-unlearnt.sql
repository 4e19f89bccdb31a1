-- What waits to be learnt is a small part of all sessions, and is looked for every minute.
create index risk_session_unlearnt on risk_session (at) where unlearnt is not null;
