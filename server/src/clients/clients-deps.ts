import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Listener } from '../storage/index.ts';

export interface ClientsDeps {
  readonly listener: Pick<Listener, 'on'>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly events: Pick<EventLog, 'append'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly directory: Pick<Directory, 'createPrincipal' | 'suspend'>;
  /** Milliseconds for which the secret before a rotation goes on working; a day unless given. */
  readonly secretOverlap?: number;
}
