/** Things that are remembered for a while, under keys, never more than so many of them. */
export interface BoundedStore<Value> {
  set(key: string, value: Value): void;
  get(key: string): Value | undefined;
  /** Takes it out; undefined where it was not there or past its time. */
  take(key: string): Value | undefined;
  /** Removes all that match and says how many there were. */
  removeWhere(isMatch: (value: Value) => boolean): number;
  readonly size: number;
}

export type Clock = () => Date;

/** The oldest go first when there are more than `most`; each goes after `lifetimeMs`. */
export function createBoundedStore<Value>(options: {
  clock: Clock; most: number; lifetimeMs: number;
}): BoundedStore<Value> {
  const { clock, most, lifetimeMs } = options;
  const entries = new Map<string, { value: Value; until: number }>();

  const get = (key: string): Value | undefined => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.until > clock().getTime()) return entry.value;
    entries.delete(key);
    return undefined;
  };

  return {
    get,
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, until: clock().getTime() + lifetimeMs });
      if (entries.size > most) entries.delete(entries.keys().next().value!);
    },
    take(key) {
      const value = get(key);
      entries.delete(key);
      return value;
    },
    removeWhere(isMatch) {
      const found = [...entries].filter(([, { value }]) => isMatch(value));
      for (const [key] of found) entries.delete(key);
      return found.length;
    },
    get size() { return entries.size; },
  };
}
