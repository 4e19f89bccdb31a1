import { hmac, type Randomness } from '../kernel/index.ts';
import type { Sealer } from '../keys/index.ts';
import type { Db } from '../storage/index.ts';

/** Makes keyed digests: of codes, which anyone could guess by hashing a million, and of names, which are personal. */
export type Digest = (...parts: readonly string[]) => Promise<Buffer>;

const tables = (db: Db) => db.$extendTables<{ credential_digest_key: { one: boolean; sealed: Buffer } }>();
const sealedAs = ['credentials.digest-key', 'one'] as const;

/**
 * A digest names nobody, so what is counted for somebody made up couldn't be told from the rest: theirs are a byte
 * longer.
 */
const simulatedMark = Buffer.alloc(1);
export const simulatedDigestLength = 33;

/** The key is made by whichever server first needs it, and read once by each. */
export function createDigest(db: Db, sealer: Sealer, random: Randomness): Digest {
  let key: Promise<Buffer> | undefined;
  const load = async (): Promise<Buffer> => {
    const stored = await read() ?? await make();
    return sealer.open(...sealedAs, stored);
  };
  const read = async (): Promise<Buffer | undefined> =>
    (await tables(db).selectFrom('credential_digest_key').select('sealed').executeTakeFirst())?.sealed;
  const make = async (): Promise<Buffer> => {
    await tables(db).insertInto('credential_digest_key')
      .values({ one: true, sealed: sealer.seal(...sealedAs, random(32)) })
      .onConflict((conflict) => conflict.column('one').doNothing()).execute();
    return (await read())!;
  };
  return async (...parts) => {
    key ??= load().catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    const digest = hmac(await key, ...parts);
    return random.origin === 'simulated' ? Buffer.concat([simulatedMark, digest]) : digest;
  };
}
