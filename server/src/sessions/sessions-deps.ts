import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';

/** What sessions are made of. */
export interface SessionsDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly events: Pick<EventLog, 'append' | 'subscribe'>;
  readonly policies: Pick<Policies, 'current' | 'populations'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'voidProofs'>;
}
