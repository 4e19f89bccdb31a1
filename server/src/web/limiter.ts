import { fail, second, type Clock } from '../kernel/index.ts';

export interface Limiter {
  /** Takes from the key's bucket. @throws request.rate_limited with the time until it holds enough again */
  take(key: string, cost?: number): void;
}

/** A limiter that can be asked before it is known whether anything is to be taken. */
export interface OpenLimiter extends Limiter {
  /** Looks whether one could be taken, and takes nothing. @throws request.rate_limited as `take` does */
  look(key: string): void;
}

interface Bucket { readonly tokens: number; readonly at: number }

/** Keeps a sum of fractions from asking for one second more than is needed. */
const rounding = 1e-6;

/**
 * Token buckets by key: `burst` at once, then `perSecond`. At most `keys` are remembered, the least recently used
 * go first; a forgotten bucket is full again, so the bound is to be well above the keys of one refill.
 */
export function createLimiter(deps: { clock: Clock; burst: number; perSecond: number; keys?: number }): OpenLimiter {
  const { clock, burst, perSecond, keys = 20_000 } = deps;
  const buckets = new Map<string, Bucket>();

  function fillOf(known: Bucket | undefined): Bucket {
    const now = clock().getTime();
    const at = Math.max(now, known?.at ?? now);
    return { tokens: known ? Math.min(burst, known.tokens + (at - known.at) * perSecond / second) : burst, at };
  }
  const isEnough = (tokens: number, cost: number): boolean => tokens + rounding >= cost;
  const refuse = (tokens: number, cost: number): never => (
    fail('request.rate_limited', { retryAfter: Math.max(1, Math.ceil((cost - tokens) / perSecond - rounding)) }));

  return {
    take(key, cost = 1) {
      const known = buckets.get(key);
      const { tokens, at } = fillOf(known);
      const taken = isEnough(tokens, cost);
      buckets.delete(key);
      buckets.set(key, taken ? { tokens: Math.max(0, tokens - cost), at } : known ?? { tokens, at });
      if (buckets.size > keys) buckets.delete(buckets.keys().next().value!);
      if (!taken) refuse(tokens, cost);
    },
    look(key) {
      const { tokens } = fillOf(buckets.get(key));
      if (!isEnough(tokens, 1)) refuse(tokens, 1);
    },
  };
}
