import type { Checkpoints } from '../checkpoints/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Federation } from '../federation/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Messages } from '../messages/index.ts';
import type { FindNetwork } from '../networks/index.ts';
import type { Connections, OAuth } from '../oauth/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Risk } from '../risk/index.ts';
import type { Sessions } from '../sessions/index.ts';
import type { Contacts } from '../recovery/index.ts';
import type { Database } from '../storage/index.ts';

export interface AccountDeps {
  readonly database: Database;
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers' | 'removeIdentifier' | 'attributes' | 'textReceipts' | 'requestDeletion'
    | 'cancelDeletion' | 'deletionOf' | 'takeDueDeletion' | 'erase' | 'lockPrincipal' | 'changeProfile' | 'setAttributes'
    | 'withdrawAttribute' | 'normaliseEmail' | 'replaceAddress' | 'findAddressChange' | 'undoAddressChange' | 'forgetAddressChanges'
    | 'noteRecovery'>;
  readonly credentials: Pick<Credentials, 'list' | 'remove' | 'removeAll' | 'recoveryCodes' | 'emailCodes'>;
  readonly federation: Pick<Federation, 'removeLinks'>;
  readonly checkpoints: Pick<Checkpoints, 'takeBack' | 'forget' | 'isContained' | 'perform' | 'foresee' | 'challengeOf' | 'get'>;
  readonly connections: Connections;
  readonly risk: Pick<Risk, 'forget' | 'ofSession'>;
  /** Where an address is, as far as is known offline. */
  readonly findNetwork: FindNetwork;
  readonly sessions: Pick<Sessions, 'list' | 'end' | 'endAll'>;
  readonly oauth: Pick<OAuth, 'openRequests'>;
  readonly messages: Pick<Messages, 'queue'>;
  readonly events: Pick<EventLog, 'append' | 'read' | 'latest' | 'subscribe'>;
  readonly policies: Pick<Policies, 'current' | 'population'>;
  readonly contacts: Pick<Contacts, 'list' | 'add' | 'remove'>;
  readonly clock: Clock;
}
