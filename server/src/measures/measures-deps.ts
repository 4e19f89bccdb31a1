import type { EventLog } from '../events/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';

/** What measures are made of. */
export interface MeasuresDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'subscribe'>;
  readonly policies: Policies;
  readonly clock: Clock;
}
