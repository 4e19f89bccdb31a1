import type { EventLog } from '../events/index.ts';
import type { Clock, Randomness } from '../kernel/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Policies } from '../policy/index.ts';

export interface DirectoryDeps {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly events: Pick<EventLog, 'append'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly keys: Pick<Keys, 'destroyPrincipalKey'>;
}
