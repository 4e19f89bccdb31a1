import type { Keys } from '../keys/index.ts';
import { Secret } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

type SecretTables = { federation_secret: { population: string; provider: string; sealed: Buffer; set_at: Date } };

const tables = (db: Db) => db.$extendTables<SecretTables>();
const label = 'federation-secret';
const contextOf = (population: string, provider: string): string => `${population}/${provider}`;

export async function upsertSecret(
  tx: Db, sealer: Keys['sealer'], population: string, provider: string, secret: string, at: Date,
): Promise<void> {
  const sealed = sealer.seal(label, contextOf(population, provider), Buffer.from(secret, 'utf8'));
  await tables(tx).insertInto('federation_secret').values({ population, provider, sealed, set_at: at })
    .onConflict((conflict) => conflict.columns(['population', 'provider']).doUpdateSet({ sealed, set_at: at })).execute();
}

export async function selectSecret(
  db: Db, sealer: Keys['sealer'], population: string, provider: string,
): Promise<Secret | undefined> {
  const row = await tables(db).selectFrom('federation_secret').select('sealed')
    .where('population', '=', population).where('provider', '=', provider).executeTakeFirst();
  return row && new Secret(sealer.open(label, contextOf(population, provider), row.sealed).toString('utf8'));
}

/** Names of the providers that have one. */
export async function providersWithSecret(db: Db, population: string): Promise<ReadonlySet<string>> {
  const rows = await tables(db).selectFrom('federation_secret').select('provider')
    .where('population', '=', population).execute();
  return new Set(rows.map(({ provider }) => provider));
}
