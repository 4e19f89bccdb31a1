/** A password was tried and answered. */
export interface Attempt {
  readonly population: string;
  /** The client's own, past trusted proxies. */
  readonly address?: string;
  /** The principal's id, or what was typed where there is none. */
  readonly account: string;
  readonly password: string;
  readonly right: boolean;
  /** The browser brought the mark of a device on which this account was signed in before. */
  readonly marked: boolean;
}

/** What is going on around a request: what the signals of risk read. */
export interface Around {
  /** Estimated share of the tries from there that are an attack, 0 to 1. */
  readonly attackShare: number;
  /** Wrong passwords of the last hour or so: at this account, from this address, and how many accounts that tried. */
  readonly failures: { readonly account: number; readonly address: number; readonly accountsOfAddress: number };
}

/** Where an address lies. */
export interface Place {
  readonly prefix?: string;
  readonly asn?: string;
}

export interface Brakes {
  /** Counts an attempt; in memory at once, written within seconds. Never throws and waits for nothing. */
  tried(attempt: Attempt): void;
  around(population: string, address: string | undefined, account: string): Promise<Around>;
  /**
   * The share of the day's tries, 0 to 1, that tried this very password, each account counted once; 0 below a number of
   * accounts that may be chance.
   */
  popularityOf(population: string, password: string): Promise<number>;
  /** Tries of the sum that a device is to solve before its next password is looked at; 0 for none. */
  workFor(population: string, address: string | undefined): Promise<number>;
  placeOf(address: string): Place;
  /** Writes what was counted. */
  flush(): Promise<void>;
  /** Removes what is over. Returns how many rows. */
  tidy(): Promise<number>;
}
