import type { Clients } from '../../clients/index.ts';
import { hasCode } from '../../kernel/index.ts';
import type { InTransaction, Tx } from '../operation.ts';

/** The console as an application of the workforce: it signs administrators in as any other does. */
export const consoleClientId = 'limen-console';

export const callbackPath = '/console/callback';
export const signedOutPath = '/console/signed-out';

/** Registers the console where it isn't yet, and gives it the address under which it is reached now. */
export async function ensureConsoleClient(
  { clients, db, transaction }: { clients: Clients; db: Tx; transaction: InTransaction },
  { population, origin }: { population: string; origin: string },
): Promise<void> {
  const actor = { kind: 'system' } as const;
  const addresses = { redirectUris: [`${origin}${callbackPath}`], postLogoutRedirectUris: [`${origin}${signedOutPath}`] };
  try {
    if (!await clients.find(db, population, consoleClientId)) {
      await transaction((tx) => clients.create(tx, {
        population, id: consoleClientId, name: 'Limen console', owner: 'Limen', purpose: 'Lets administrators in',
        firstParty: true, grantTypes: ['authorization_code'], authMethod: 'none', scopes: ['openid'], ...addresses,
      }, actor));
    }
  } catch (error) {
    // Another server was faster.
    if (!hasCode(error, 'client.taken')) throw error;
  }
  await transaction((tx) => clients.changeAddresses(tx, population, consoleClientId, actor, addresses));
}
