/** Remembers what was seen, at most so much of it; the oldest is forgotten first, and then counts as new. */
export function createSeenBefore(most: number): (what: string) => boolean {
  const seen = new Set<string>();
  return (what) => {
    if (seen.has(what)) return true;
    seen.add(what);
    if (seen.size > most) seen.delete(seen.values().next().value!);
    return false;
  };
}
