import { countryDisks } from './country-disks.ts';

type Disk = readonly [latitude: number, longitude: number, reach: number];

const known = new Map<string, number>();
const isKnown = (country: string): boolean => Object.hasOwn(countryDisks, country);
const disksOf = (country: string): readonly Disk[] => (
  countryDisks[country]!.split(' ').map((disk) => disk.split(',').map(Number) as unknown as Disk));

/**
 * Kilometres that lie between two countries at least: between the nearest disks that their borders are inside of, so
 * that neighbours come out as none. Undefined where it isn't known where one lies.
 */
export function kilometresBetween(one: string, other: string): number | undefined {
  if (one === other) return 0;
  // Only pairs of the table are remembered, so that the map doesn't grow with what comes in.
  if (!isKnown(one) || !isKnown(other)) return undefined;
  const key = one < other ? `${one}${other}` : `${other}${one}`;
  const found = known.get(key) ?? least(disksOf(one), disksOf(other));
  known.set(key, found);
  return found;
}

function least(some: readonly Disk[], others: readonly Disk[]): number {
  const apart = some.flatMap((one) => others.map((other) => greatCircle(one, other) - one[2] - other[2]));
  return Math.max(0, Math.min(...apart));
}

/** Kilometres over a sphere of the earth's mean radius; half a per cent off at most. */
function greatCircle([latitude, longitude]: Disk, [otherLatitude, otherLongitude]: Disk): number {
  const radians = Math.PI / 180;
  const north = Math.sin((otherLatitude - latitude) * radians / 2) ** 2;
  const east = Math.sin((otherLongitude - longitude) * radians / 2) ** 2;
  const half = north + Math.cos(latitude * radians) * Math.cos(otherLatitude * radians) * east;
  return 2 * 6_371 * Math.asin(Math.sqrt(Math.min(1, half)));
}
