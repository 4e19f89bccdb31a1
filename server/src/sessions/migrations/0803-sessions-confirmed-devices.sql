-- When more than one thing was first proved in a browser: from then on, or a week after the first session there without
-- an objection, it counts as its principal's own. Those known before this go by the week.
alter table session_device add column confirmed_at timestamptz;
