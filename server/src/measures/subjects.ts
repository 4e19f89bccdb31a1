/** What is remembered between batches, so that an event that ends something can be counted with what began it. */
export interface OpenRun {
  readonly population: string;
  readonly run: string;
  readonly startedAt: Date;
  readonly purpose: string;
  readonly policyVersion: number;
  readonly journey: string;
  /** `journey/node` of the last screen; empty before the first. */
  readonly place: string;
  readonly passkey: boolean;
  /** It set out to recover an account, or turned to that on its way. */
  readonly recovering: boolean;
}

export interface OpenSession {
  readonly population: string;
  readonly session: string;
  readonly startedAt: Date;
  readonly acr: string;
}

export interface KnownPrincipal {
  readonly population: string;
  readonly principal: string;
  readonly isPerson: boolean;
  readonly isActive: boolean;
  /** Null where the log tells of them but not of their beginning; such a one is in no figure about accounts. */
  readonly createdAt: Date | null;
  readonly signedInAt: Date | null;
  readonly hadCredential: boolean;
  readonly resetAt: Date | null;
}

export interface UsedClient {
  readonly population: string;
  readonly client: string;
  readonly secretAt: Date | null;
  readonly tokenAt: Date | null;
}

/**
 * The rows that a batch may touch: read before, changed while its events are counted, written afterwards. Reading gives
 * undefined for what isn't known; putting undefined forgets.
 */
export class Subjects<Row extends { readonly population: string }> {
  readonly #rows = new Map<string, Row | undefined>();
  readonly #changed = new Set<string>();
  readonly #idOf: (row: Row) => string;

  constructor(idOf: (row: Row) => string, rows: readonly Row[]) {
    this.#idOf = idOf;
    for (const row of rows) this.#rows.set(`${row.population}\n${idOf(row)}`, row);
  }

  get(population: string, id: string): Row | undefined {
    return this.#rows.get(`${population}\n${id}`);
  }

  put(row: Row): void {
    this.#set(row.population, this.#idOf(row), row);
  }

  forget(population: string, id: string): void {
    this.#set(population, id, undefined);
  }

  #set(population: string, id: string, row: Row | undefined): void {
    this.#rows.set(`${population}\n${id}`, row);
    this.#changed.add(`${population}\n${id}`);
  }

  all(): readonly Row[] {
    return [...this.#rows.values()].filter((row) => row !== undefined);
  }

  /** What is to be written. */
  changed(): readonly Row[] {
    return [...this.#changed].map((key) => this.#rows.get(key)).filter((row) => row !== undefined);
  }

  /** What is to be deleted where it is stored, as (population, id). */
  forgotten(): readonly (readonly [string, string])[] {
    return [...this.#changed].filter((key) => this.#rows.get(key) === undefined)
      .map((key) => key.split('\n') as [string, string]);
  }
}

/** Everything of a batch that its events are counted against. */
export interface Ledger {
  readonly runs: Subjects<OpenRun>;
  readonly sessions: Subjects<OpenSession>;
  readonly principals: Subjects<KnownPrincipal>;
  readonly clients: Subjects<UsedClient>;
}
