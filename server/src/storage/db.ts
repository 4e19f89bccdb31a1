import type { Kysely, Transaction } from 'kysely';

/**
 * What SQL is run on: the pool or a transaction. It knows no tables: each store adds the ones that its folder owns
 * with `$extendTables`.
 */
export type Db = Kysely<{}> | Transaction<{}>;
