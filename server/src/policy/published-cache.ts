import type { PublishedPolicy } from './policies.ts';

/** Policies are handed to everybody from memory, so nobody may change one. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !(value instanceof Date) && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Versions by number, the longest unused going first. A version never changes, so an entry is never wrong. */
export class VersionCache {
  readonly #entries = new Map<string, PublishedPolicy>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(population: string, version: number): PublishedPolicy | undefined {
    const key = `${population}/${version}`;
    const found = this.#entries.get(key);
    if (found) {
      this.#entries.delete(key);
      this.#entries.set(key, found);
    }
    return found;
  }

  put(policy: PublishedPolicy): PublishedPolicy {
    this.#entries.set(`${policy.population}/${policy.version}`, policy);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value!);
    return policy;
  }
}
