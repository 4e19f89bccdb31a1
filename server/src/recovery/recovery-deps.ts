import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock, Randomness } from '../kernel/index.ts';
import type { Messages } from '../messages/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';

/** What recovery is made of. */
export interface RecoveryDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly events: Pick<EventLog, 'append' | 'subscribe'>;
  readonly policies: Pick<Policies, 'population'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers'>;
  readonly messages: Messages;
  /** Seals what links in mails carry. */
  readonly links: { seal(context: string, plain: Buffer): Buffer; open(context: string, sealed: Buffer): Buffer };
  readonly clock: Clock;
  readonly random: Randomness;
}
