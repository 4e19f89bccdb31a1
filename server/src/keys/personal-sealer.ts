import type { PersonalSealer } from '../events/index.ts';
import { fail, type Clock, type PrincipalRef, type Randomness } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { decrypt, encrypt } from './aead.ts';
import type { Sealer } from './keys.ts';
import { addPrincipalKey, readPrincipalKey } from './principal-key-store.ts';

const label = 'principal-key';
const format = Buffer.of(1);

/**
 * Seals personal data with the principal's own data key, which is made when it is first needed. Keys are read from the
 * database each time and never kept in memory, so that destroying one takes effect on every server at once.
 */
export function createPersonalSealer(deps: { sealer: Sealer; random: Randomness; clock: Clock }): PersonalSealer {
  const { sealer, random, clock } = deps;

  /** Null where it was destroyed, undefined where there is none. */
  async function find(db: Db, ref: PrincipalRef): Promise<Buffer | null | undefined> {
    const sealed = await readPrincipalKey(db, ref);
    return sealed && sealer.open(label, nameOf(ref), sealed);
  }

  async function findOrMake(tx: Db, ref: PrincipalRef): Promise<Buffer | null> {
    const found = await find(tx, ref);
    if (found !== undefined) return found;
    await addPrincipalKey(tx, ref, sealer.seal(label, nameOf(ref), random(32)), clock());
    return await find(tx, ref) ?? null;
  }

  return {
    seal: async (tx, population, principal, plain) => {
      const ref = { population, principal };
      const key = await findOrMake(tx, ref);
      return key ? Buffer.concat([format, encrypt(key, plain, associated(ref), random)]) : undefined;
    },
    open: async (db, population, principal, sealed) => {
      const ref = { population, principal };
      const key = await find(db, ref);
      if (!key) return undefined;
      const plain = sealed[0] === format[0] ? decrypt(key, sealed.subarray(1), associated(ref)) : undefined;
      return plain ?? fail('keys.unreadable', { detail: 'personal data' });
    },
  };
}

function nameOf({ population, principal }: PrincipalRef): string {
  return `${population}/${principal}`;
}

function associated(ref: PrincipalRef): Buffer {
  return Buffer.from(`personal ${nameOf(ref)}`, 'utf8');
}
