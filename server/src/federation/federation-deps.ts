import type { EventLog } from '../events/index.ts';
import type { Clock, Log, Randomness } from '../kernel/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';

export interface FederationDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append' | 'subscribe'>;
  readonly sealer: Keys['sealer'];
  readonly policies: Pick<Policies, 'current' | 'population'>;
  readonly directory: Pick<Directory, 'normaliseEmail'>;
  readonly outbound: Pick<Outbound, 'fetch' | 'request'>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
}
