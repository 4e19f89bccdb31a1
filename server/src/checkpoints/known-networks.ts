import { day, type Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { selectKnownNetworks, upsertKnownNetwork, type MachineRef } from './known-network-store.ts';

/** A place that was left for so long is new again. */
export const networkKeptFor = 180 * day;
/** How many places of one machine are remembered, the latest. */
const mostPlaces = 100;
const mostMachines = 5_000;

/** From where machines get their tokens. */
export interface KnownNetworks {
  /** It has got tokens elsewhere, and none from there. A machine without any token yet is new nowhere. */
  isNew(machine: MachineRef, place: string): Promise<boolean>;
  /** It gets one from there now. */
  learn(machine: MachineRef, place: string): Promise<void>;
}

/**
 * Kept in memory, since machines ask from where they are all day: the database is asked for a machine's first token
 * here and for a place not seen here yet, and told of a place once a day.
 */
export function createKnownNetworks({ database: { db }, clock }: { database: Pick<Database, 'db'>; clock: Clock }): KnownNetworks {
  const kept = new Map<string, Map<string, number>>();
  const nameOf = ({ population, client }: MachineRef): string => `${population}/${client}`;
  const isFresh = (at: number | undefined, age: number): boolean => at !== undefined && clock().getTime() - at < age;

  async function read(machine: MachineRef): Promise<Map<string, number>> {
    const found = await selectKnownNetworks(db, machine, mostPlaces);
    const places = new Map([...found].map(([place, at]) => [place, at.getTime()]));
    if (kept.size >= mostMachines) kept.clear();
    kept.set(nameOf(machine), places);
    return places;
  }

  return {
    isNew: async (machine, place) => {
      const here = kept.get(nameOf(machine));
      if (here && isFresh(here.get(place), networkKeptFor)) return false;
      // Another server may have met it there.
      const places = await read(machine);
      const lately = [...places.values()].filter((at) => isFresh(at, networkKeptFor));
      return lately.length > 0 && !isFresh(places.get(place), networkKeptFor);
    },
    learn: async (machine, place) => {
      const here = kept.get(nameOf(machine)) ?? await read(machine);
      if (isFresh(here.get(place), day)) return;
      const now = clock();
      await upsertKnownNetwork(db, machine, place, now, mostPlaces);
      here.set(place, now.getTime());
      // What was dropped in the database is read anew.
      if (here.size > mostPlaces) kept.delete(nameOf(machine));
    },
  };
}
