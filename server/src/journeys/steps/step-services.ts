import type { Clock, Randomness } from '../../kernel/index.ts';
import type { Checkpoints } from '../../checkpoints/index.ts';
import type { Credentials } from '../../credentials/index.ts';
import type { Federation } from '../../federation/index.ts';
import type { EventLog } from '../../events/index.ts';
import type { Outbound } from '../../outbound/index.ts';
import type { Directory } from '../../directory/index.ts';
import type { Messages } from '../../messages/index.ts';
import type { Risk } from '../../risk/index.ts';
import type { Recovery } from '../../recovery/index.ts';
import type { Handoffs } from '../handoffs.ts';
import type { Sessions } from '../../sessions/index.ts';

/** What steps work with; each step names the ones that it uses. */
export interface StepServices {
  readonly directory: Directory;
  readonly federation: Federation;
  readonly credentials: Credentials;
  readonly messages: Messages;
  readonly sessions: Sessions;
  readonly handoffs: Handoffs;
  readonly events: Pick<EventLog, 'append'>;
  readonly outbound: Pick<Outbound, 'request'>;
  /** Signs with the population's own key, which this folder never sees. */
  readonly sign: (population: string, type: string, claims: Readonly<Record<string, unknown>>) => Promise<string>;
  readonly recovery: Recovery;
  readonly checkpoints: Pick<Checkpoints, 'evaluateRun' | 'isContained'>;
  readonly risk: Pick<Risk, 'countHostile'>;
  readonly clock: Clock;
  readonly random: Randomness;
}
