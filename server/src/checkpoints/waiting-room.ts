import { ownClient } from './checkpoints.ts';

/** How much there is of one person already: by the application that asks, and by others. */
export interface Taken {
  readonly here: number;
  /** Without Limen's own pages, which take no room from applications. */
  readonly elsewhere: number;
}

/** How much there may be: by one application, and by all of them. */
export interface Room {
  readonly here: number;
  readonly inAll: number;
}

export type NoRoom = 'too-many-waiting' | 'too-many-notices' | 'too-many-elsewhere';

/**
 * Why there is no room for one more; undefined where there is. One application fills its own part alone, and none of
 * them that of Limen's own pages.
 */
export function lacksRoom<T extends NoRoom>({ here, elsewhere }: Taken, room: Room, client: string, ownReason: T): T | 'too-many-elsewhere' | undefined {
  if (here >= room.here) return ownReason;
  return client !== ownClient && here + elsewhere >= room.inAll ? 'too-many-elsewhere' : undefined;
}
