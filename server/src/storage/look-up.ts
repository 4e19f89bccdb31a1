import { CompiledQuery } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from './db.ts';
import { groupsOf } from './groups.ts';

/** How something is found by a key. */
export interface LookUp<Key, Row, Found> {
  /** What of the key is asked by, in the names of the statement, each with its type in PostgreSQL. */
  readonly by: Readonly<Record<string, readonly [type: 'text' | 'uuid' | 'timestamptz' | 'bytea', value: (key: Key) => string | Date | Buffer | null]>>;
  /**
   * A select of one or more rows for each row of `asked`, which has the columns of `by`, and `n`, which has to be among
   * what is selected. It has no parameters, and nothing of a key in it. What it finds by an index stands in a `lateral`
   * with a limit (or `offset 0`): joined, a hundred expected keys could be worth reading a whole table.
   */
  readonly find: string;
  /** Columns of rows that are moments: rows come as JSON, which has none. */
  readonly moments?: readonly (keyof Row & string)[];
  /** What a key's own rows say, in the order of the statement. */
  readonly found: (rows: readonly Row[]) => Found;
}

/** What look-ups by a principal are asked by. */
export const byPrincipal: LookUp<PrincipalRef, unknown, unknown>['by'] = {
  population: ['text', ({ population }) => population], principal: ['uuid', ({ principal }) => principal],
};

interface Looked { readonly look: Prepared; readonly key: unknown }

/** A look-up as it goes into statements. */
interface Prepared {
  /** Its place among all, so that the same ones together are always the same statement. */
  readonly place: number;
  readonly text: (parameter: number) => string;
  readonly parameter: (keys: readonly unknown[]) => string;
  readonly found: (rows: readonly unknown[]) => unknown;
}

const pools = new WeakMap<Db, (asked: Looked) => Promise<unknown>>();
let looks = 0;

/**
 * A look-up that shares a statement with all others that are asked in the same turn of the event loop, whatever they
 * look for: messages to and fro cost more than most look-ups. While one statement is under way, whoever comes waits for
 * the next. Within a transaction each goes by itself, as it has to see what that has written.
 */
export function lookUp<Key, Row, Found>(declared: LookUp<Key, Row, Found>): (db: Db, key: Key) => Promise<Found> {
  const look = prepare(declared);
  return async (db, key) => {
    if (db.isTransaction) return (await answerAll(db, [{ look, key }]))[0] as Found;
    let ask = pools.get(db);
    if (!ask) pools.set(db, ask = groupsOf((asked) => answerAll(db, asked), { gathers: true }));
    return ask({ look, key }) as Promise<Found>;
  };
}

function prepare<Key, Row, Found>({ by, find, moments = [], found }: LookUp<Key, Row, Found>): Prepared {
  const columns = Object.entries(by);
  const types = columns.map(([name, [type]]) => `${name} ${type}`).join(', ');
  const names = columns.map(([name]) => name).join(', ');
  // Rows of JSON are expected to be a hundred whatever they are, so that PostgreSQL keeps one plan; of an array it sees
  // how many there are, and plans anew each time.
  const text = (parameter: number): string => `with asked as (
    select * from rows from (json_to_recordset($${parameter}::json) as (${types})) with ordinality as asked (${names}, n)) ${find}`;
  return {
    place: looks++, text,
    parameter: (keys) => JSON.stringify(keys.map((key) => (
      Object.fromEntries(columns.map(([name, [, value]]) => [name, asText(value(key as Key))]))))),
    found: (rows) => {
      for (const row of rows as Record<string, unknown>[]) {
        for (const name of moments) if (row[name] !== null) row[name] = new Date(row[name] as string);
      }
      return found(rows as readonly Row[]);
    },
  };
}

/** PostgreSQL's own way to write bytes as text; JSON writes moments in one that it reads. */
const asText = (value: string | Date | Buffer | null): string | Date | null => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

async function answerAll(db: Db, asked: readonly Looked[]): Promise<readonly unknown[]> {
  const places = new Map<Prepared, number[]>();
  for (const [place, { look }] of asked.entries()) {
    const known = places.get(look);
    if (known) known.push(place);
    else places.set(look, [place]);
  }
  const together = [...places.keys()].sort((one, other) => one.place - other.place);
  const { rows } = await db.executeQuery<{ look: number; found: { n: number } }>(CompiledQuery.raw(
    statementOf(together), together.map((look) => look.parameter(places.get(look)!.map((place) => asked[place]!.key)))));
  const found = asked.map((): unknown[] => []);
  for (const row of rows) found[places.get(together[row.look]!)![row.found.n - 1]!]!.push(row.found);
  return asked.map(({ look }, place) => look.found(found[place]!));
}

/** Texts of statements by what is in them. */
const statements = new Map<string, string>();
const mostStatements = 500;

function statementOf(together: readonly Prepared[]): string {
  const name = together.map(({ place }) => place).join();
  const known = statements.get(name);
  if (known !== undefined) return known;
  const text = together.map((look, place) => `select ${place} as look, to_json(found) as found from (${look.text(place + 1)}) found`).join('\nunion all ');
  if (statements.size >= mostStatements) statements.clear();
  statements.set(name, text);
  return text;
}
