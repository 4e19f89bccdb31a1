-- A challenge that a draw asked for, and that was met, let nobody go: the sessions in which that happened are open again.
update checkpoint_decision set explored = false, weighing = jsonb_set(weighing, '{explored}', 'false')
  where explored and response = 'allow' and reasons @> '["challenge-met"]';
