import type { PrincipalRef } from '../kernel/index.ts';

/** The ids of principals by their population, each once. */
export function byPopulation(refs: readonly PrincipalRef[]): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, Set<string>>();
  for (const { population, principal } of refs) {
    const theirs = ids.get(population);
    if (theirs) theirs.add(principal);
    else ids.set(population, new Set([principal]));
  }
  return new Map([...ids].map(([population, theirs]) => [population, [...theirs]]));
}
