import type { Bounds, Done } from './closed-loop.ts';

/** A kind of load at one issuer, prepared. */
export interface Load {
  /** @throws when one single answer is not right */
  run(bounds: Bounds): Promise<Done>;
}
