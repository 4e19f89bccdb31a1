import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, PrincipalRef, Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database, Db } from '../storage/index.ts';

export interface AccessDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly events: Pick<EventLog, 'append' | 'subscribe'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'voidProofs' | 'withdrawInvitations'>;
  /** Whether a principal holds a passkey: what nobody comes into the console without. */
  readonly holdsPasskey: (db: Db, ref: PrincipalRef) => Promise<boolean>;
}
