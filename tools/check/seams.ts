/**
 * Where the outside comes in: the only files that may ask for the time, for randomness, for the environment, or call
 * out. Everything else takes them as arguments, so that a test and a simulation can give their own.
 */
export interface Seam {
  readonly what: string;
  /** Paths, or folders ending in `/`. */
  readonly at: readonly string[];
  readonly instead: string;
}

/** Folders that are not part of the server as it runs, or that run elsewhere. */
const elsewhere = ['cli/', 'tools/', 'demo/', 'bench/', 'conformance/', 'pages/src/scripts/', 'console/', 'sdk/'];

export const seams = {
  time: {
    what: 'the time of the machine', at: [...elsewhere, 'server/src/kernel/clock.ts'],
    instead: 'take a Clock',
  },
  randomness: {
    what: 'random numbers of the machine', at: [...elsewhere, 'server/src/kernel/randomness.ts'],
    instead: 'take a Randomness',
  },
  environment: {
    what: 'process.env', at: [...elsewhere, 'server/src/app/config.ts'],
    instead: 'take the setting as an argument; server/src/app/config.ts reads it',
  },
  network: {
    what: 'fetch', at: [...elsewhere, 'server/src/outbound/'],
    instead: 'take an Outbound',
  },
} as const satisfies Record<string, Seam>;

export type SeamName = keyof typeof seams;

/** Functions of node:crypto that draw randomness by themselves. */
export const drawsRandomness: ReadonlySet<string> = new Set([
  'randomBytes', 'randomUUID', 'randomInt', 'randomFillSync', 'randomFill', 'getRandomValues', 'webcrypto',
]);
