import type { PrincipalRef } from '../../kernel/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle, Tried } from '../throttle/throttle.ts';
import type { Hashing } from './hashing.ts';
import { longestPassword, normalisePassword } from './judge-password.ts';
import { popularityOf } from './popularity.ts';
import { findPassword, markPasswordUsed, type PasswordRow } from './password-store.ts';

/** Of a thousand people no two choose alike, where what is common is refused. */
const sprayedFrom = 0.001;
const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Compares a password, in the same steps whether or not the account exists or has one.
 * @throws credential.throttled, server.busy
 */
export async function verifyPassword(
  deps: CredentialsDeps, hashing: Hashing, throttle: Throttle, population: string, ref: PrincipalRef | undefined,
  password: string, occasion: Occasion,
): Promise<boolean> {
  const { database, events, brakes } = deps;
  const about = ref ?? { population };
  const name = occasion.identifier === undefined ? undefined : await throttle.nameOf(population, occasion.identifier);
  const given = password.length > longestPassword * 2 ? undefined : normalisePassword(password);
  const attempt = await throttle.begin('password', about, name, occasion, given === undefined ? undefined : await triedOf(deps, population, given));
  const stored = await findPassword(database.db, ref ?? { population, principal: nobody });
  const right = await hashing.verify(given === undefined ? undefined : stored?.hash, given ?? '')
    .catch(async (error: unknown) => {
      await attempt.release();
      throw error;
    });
  brakes?.tried({
    population, address: occasion.clientAddress, account: ref?.principal ?? name?.toString('hex') ?? '', password: given ?? '', right,
    marked: attempt.known,
  });
  if (right) {
    const rehashed = await hashedAnew(hashing, stored!, given!);
    await database.transaction(async (tx) => {
      await markPasswordUsed(tx, stored!, deps.clock(), rehashed);
      await events.append(tx, {
        type: 'credential.accepted', ...eventContext(about, occasion),
        open: { kind: 'password', credential: stored!.id },
      });
      // Last, since others of the same network wait for what it touches.
      await attempt.succeeded(tx);
    });
    return true;
  }
  await database.transaction(async (tx) => {
    await events.append(tx, {
      type: 'credential.refused', ...eventContext(about, occasion),
      open: { kind: 'password', reason: stored ? 'wrong' : 'none-held' },
    });
    await attempt.failed(tx);
  });
  return false;
}

async function triedOf({ brakes }: CredentialsDeps, population: string, password: string): Promise<Tried> {
  const sprayed = brakes !== undefined && await brakes.popularityOf(population, password) >= sprayedFrom;
  return { secret: password, sprayed, popularity: popularityOf(password, sprayed) };
}

/** A hash of older parameters is renewed while the password is at hand; when the queue is full, another time. */
async function hashedAnew(hashing: Hashing, stored: PasswordRow, password: string): Promise<string | undefined> {
  return hashing.isOutdated(stored.hash) ? hashing.hash(password).catch(() => undefined) : undefined;
}
