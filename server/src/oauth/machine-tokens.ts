import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Checkpoints } from '../checkpoints/index.ts';
import { permits } from '../../../contract/decision-words.ts';
import type { Client } from '../clients/index.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import { askerAddress } from './asker-address.ts';
import { noteDecision } from './request-notes.ts';

/** A token as the library has made it ready, before it is signed or kept. */
export interface MachineToken {
  readonly aud?: string | readonly string[];
  readonly scope?: string;
  /** Thumbprint of the key that it is bound to (RFC 9449 §6.1). */
  readonly jkt?: string;
}

/** What a machine is told, always in the same words: who decided why is not its business. */
const refusals = {
  deny: 'refused by the policy; ask whoever runs this service',
  review: 'somebody has to approve this first; ask again later',
} as const;

const hasSecret = ({ authMethod }: Pick<Client, 'authMethod'>): boolean => authMethod === 'client_secret_basic';

/**
 * Since when what the client proves itself with is in force. Keys that are registered are so from the beginning, and stay;
 * those at an address of its own it changes without telling, so that nobody knows.
 */
export function credentialSince(client: Pick<Client, 'authMethod' | 'secretMadeAt' | 'createdAt' | 'jwksUri'>): Date | undefined {
  if (hasSecret(client)) return client.secretMadeAt ?? client.createdAt;
  return client.jwksUri === null ? client.createdAt : undefined;
}

/**
 * The checkpoint at the issue of a token to a machine: the client has proved who it is, and what it may have is known.
 * `access_denied` is what RFC 6749 §4.1.2.1 calls a request that the authorization server refuses.
 */
export async function checkMachine(
  checkpoints: Pick<Checkpoints, 'checkToken'>, policy: PublishedPolicy, ctx: KoaContextWithOIDC, client: Client, { aud, scope = '', jkt }: MachineToken,
): Promise<void> {
  if (client.principal === null) return;
  const answer = await checkpoints.checkToken({
    population: client.population, policy,
    client: {
      id: client.id, principal: client.principal, createdAt: client.createdAt, authentication: hasSecret(client) ? 'secret' : 'key',
      credentialSince: credentialSince(client),
    },
    resource: typeof aud === 'string' ? aud : '', scopes: scope.split(' ').filter((each) => each !== ''), bound: jkt !== undefined,
    address: askerAddress(ctx.req),
  });
  if (!answer) return;
  noteDecision(ctx, answer);
  if (permits(answer.response)) return;
  throw new errors.AccessDenied(refusals[answer.response === 'review' ? 'review' : 'deny']);
}
