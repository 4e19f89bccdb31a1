import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { Randomness } from '../../kernel/index.ts';
import { createWorkQueue } from './work-queue.ts';

/** Argon2id as OWASP's password storage cheat sheet sets it: 19 MiB, two passes, one lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Hashing on this server: two at a time, as many as the smallest machine has cores, and 64 waiting. */
export interface Hashing {
  /** @throws server.busy */
  hash(password: string): Promise<string>;
  /**
   * Whether the password made this hash. Without a hash it takes as long and says no.
   * @throws server.busy
   */
  verify(stored: string | undefined, password: string): Promise<boolean>;
  /** True for a hash made with other parameters than today's. */
  isOutdated(stored: string): boolean;
}

export function createHashing(random: Randomness): Hashing {
  const queue = createWorkQueue({ atOnce: 2, waiting: 64 });
  const make = (password: string): Promise<string> => hash(password, { ...parameters, salt: random(16) });
  // Made by the first to ask, whoever that is, so that its making tells nothing.
  let nobodys: Promise<string> | undefined;
  return {
    hash: (password) => queue.run(() => make(password)),
    verify: (stored, password) => queue.run(async () => {
      nobodys ??= make(random(16).toString('base64'));
      const other = await nobodys;
      const matches = await verify(stored ?? other, password);
      return stored !== undefined && matches;
    }),
    isOutdated: (stored) => {
      const { memoryCost, timeCost, parallelism, algorithm } = parseOptions(stored);
      return Number(algorithm) !== parameters.algorithm || memoryCost !== parameters.memoryCost
        || timeCost !== parameters.timeCost || parallelism !== parameters.parallelism;
    },
  };
}
