import { errors } from 'oidc-provider';
import { hasCode } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import { registerRequest, type RegisterDeps } from './register-request.ts';
import type { RemoteLimits } from './remote-limits.ts';
import { findAnswer } from './remote-request-store.ts';
import type { RemoteAnswer } from './remote-request.ts';

/** The provider's side of such a request: it is stored, and later asked for over and over. */
export interface RemoteArtefacts {
  register(tx: Db, at: Parameters<typeof registerRequest>[2], stored: object): Promise<void>;
  /** The answer, once there is one. @throws SlowDown of the provider for whoever asks too often */
  answerOf(population: string, artefactHash: Buffer): Promise<RemoteAnswer | undefined>;
}

export function createRemoteArtefacts(deps: RegisterDeps & { readonly remoteLimits: RemoteLimits }): RemoteArtefacts {
  const { database, requestSealer, remoteLimits } = deps;
  return {
    register: (tx, at, stored) => registerRequest(deps, tx, at, stored),
    answerOf: async (population, artefactHash) => {
      try {
        remoteLimits.polls.take(`${population}/${artefactHash.toString('base64url')}`);
      } catch (error) {
        if (hasCode(error, 'request.rate_limited')) throw new errors.SlowDown();
        throw error;
      }
      return findAnswer(database.db, requestSealer, population, artefactHash);
    },
  };
}
