import type { Access } from '../access/index.ts';
import type { Changes } from '../changes/index.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { Clients } from '../clients/index.ts';
import type { Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Federation } from '../federation/index.ts';
import type { EventLog, Verification } from '../events/index.ts';
import type { Clock } from '../kernel/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Measures } from '../measures/index.ts';
import type { Recovery } from '../recovery/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { actionOperations } from './action-operations.ts';
import { brandOperations, type RenderLook } from './brand-operations.ts';
import { clientOperations } from './client-operations.ts';
import { decisionOperations } from './decision-operations.ts';
import { demoOperations, type DemoDeps } from './demo-operations.ts';
import { eventOperations } from './event-operations.ts';
import { federationOperations } from './federation-operations.ts';
import { grantOperations } from './grant-operations.ts';
import { keyOperations } from './key-operations.ts';
import { measureOperations } from './measure-operations.ts';
import { policyOperations, type DrawSample } from './policy-operations.ts';
import { principalOperations, type PrincipalDeps } from './principal-operations.ts';
import { actionReviewOperations } from './action-review-operations.ts';
import { recoveryOperations } from './recovery-operations.ts';
import { serverOperations } from './server-operations.ts';
import { signInStateOperations } from './sign-in-state-operations.ts';

export interface AdminDeps extends Omit<PrincipalDeps, 'dropClaims'> {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly access: Access;
  readonly changes: Changes;
  readonly checkpoints: Checkpoints;
  readonly recovery: Recovery;
  readonly clients: Clients;
  readonly credentials: Credentials;
  readonly federation: Federation;
  readonly events: EventLog;
  readonly verifyChain: (origin: 'real' | 'simulated', from: number) => Promise<Verification>;
  readonly onNumbered: (handle: () => void) => () => void;
  readonly keys: Keys;
  readonly measures: Measures;
  readonly renderLook: RenderLook;
  readonly clock: Clock;
  readonly version: string;
  readonly drawSample: DrawSample;
  readonly url: string;
  readonly inboxUrl: () => string | null;
  readonly clearSimulated: DemoDeps['clearSimulated'];
}

/** A handler for every operation of the contract. */
export function createAdmin(deps: AdminDeps) {
  const { credentials, federation, sessions } = deps;
  const dropClaims: PrincipalDeps['dropClaims'] = async (tx, losers) => {
    for (const loser of losers) {
      const reason = 'identifier-taken-over';
      await credentials.removeAll(tx, loser, { reason, occasion: { actor: { kind: 'system' } } });
      await federation.removeLinks(tx, loser, reason, { actor: { kind: 'system' } });
      await sessions.endAll(tx, loser, reason, { kind: 'system' });
    }
  };
  return {
    ...policyOperations(deps),
    ...brandOperations(deps),
    ...clientOperations(deps),
    ...principalOperations({ ...deps, dropClaims }),
    ...signInStateOperations(deps),
    ...eventOperations({ ...deps, verify: deps.verifyChain }),
    ...federationOperations(deps),
    ...keyOperations(deps),
    ...recoveryOperations(deps),
    ...actionReviewOperations(deps),
    ...decisionOperations(deps),
    ...actionOperations(deps),
    ...grantOperations(deps),
    ...measureOperations(deps),
    ...serverOperations(deps),
    ...demoOperations(deps),
  };
}
