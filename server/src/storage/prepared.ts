import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryResult } from 'pg';

/** How often a statement is sent before PostgreSQL is asked to keep it: those that are rare aren't worth its memory. */
const rare = 3;
/** So many statements are kept on a connection at the most; further ones are parsed each time. */
const mostKept = 200;
const mostCounted = 2_000;
/** Longer ones are lists of values, hardly ever the same twice; several look-ups in one are not as long. */
const longestKept = 12_000;

/** What `pg` takes as a statement with a name. */
interface Sent { readonly text: string; readonly values: unknown[]; readonly name?: string }

/**
 * Has PostgreSQL keep what it has parsed and planned of statements that are sent again and again, on each connection:
 * that is half of what a small statement costs it.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = statementNames();
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();

  function wrap(client: PoolClient): PostgresPoolClient {
    const query = async (text: string, parameters: readonly unknown[]): Promise<QueryResult> => {
      const values = [...parameters];
      // Without parameters it may be several statements, of which none can be kept.
      const sent: Sent = { text, values, name: values.length === 0 ? undefined : names.of(text) };
      try {
        return await client.query(sent);
      } catch (error) {
        if (sent.name === undefined || !isOutdated(error)) throw error;
        // Another server has migrated a table. Nothing was done yet; within a transaction this fails, as that has.
        names.renew();
        return client.query({ text, values });
      }
    };
    return { query: query as unknown as PostgresPoolClient['query'], release: (discard?: boolean) => { client.release(discard); } };
  }

  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

/** "cached plan must not change result type" (feature_not_supported), which PostgreSQL has no code of its own for. */
function isOutdated(error: unknown): boolean {
  const { code, routine } = error as { code?: string; routine?: string };
  return code === '0A000' && routine === 'RevalidateCachedQuery';
}

/** Names for the statements that come often. */
export function statementNames() {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  let generation = 0;
  return {
    of: (text: string): string | undefined => {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= mostKept || text.length > longestKept) return undefined;
      const count = (counts.get(text) ?? 0) + 1;
      if (count <= rare) {
        if (counts.size >= mostCounted) counts.clear();
        counts.set(text, count);
        return undefined;
      }
      counts.delete(text);
      const name = `limen_${generation}_${names.size}`;
      names.set(text, name);
      return name;
    },
    /** Gives all of them other names, so that every connection parses them anew. */
    renew: (): void => {
      generation += 1;
      names.clear();
    },
  };
}
