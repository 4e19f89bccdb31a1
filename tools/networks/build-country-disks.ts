/**
 * Makes the table of where countries lie from the unpacked packages world-atlas (Natural Earth, public domain) and
 * i18n-iso-countries: `node tools/networks/build-country-disks.ts <world-atlas> <i18n-iso-countries>`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Topology {
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly objects: { readonly countries: { readonly geometries: readonly Geometry[] } };
}
interface Geometry { readonly id?: string; readonly arcs: Arcs; readonly properties: { readonly name: string } }
type Arcs = readonly (number | Arcs)[];
type Place = readonly [latitude: number, longitude: number];

/** Kilometres; finer disks say more of where a country ends, and make the table longer. */
const largest = 450;
/** Too small, or not apart, in Natural Earth at this scale. */
const byHand: Readonly<Record<string, string>> = {
  BQ: '12,-68,60 18,-63,40', CC: '-12,97,30', CX: '-10,106,30', GF: '4,-53,300', GI: '36,-5,10', GP: '16,-62,60', MQ: '15,-61,50',
  RE: '-21,56,60', SJ: '78,16,450', TK: '-9,-172,120', TV: '-8,179,450', YT: '-13,45,40',
};
const named: Readonly<Record<string, string>> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY' };

const [atlas = '', iso = ''] = process.argv.slice(2);
const { arcs, transform: { scale, translate }, objects } = JSON.parse(await readFile(join(atlas, 'countries-50m.json'), 'utf8')) as Topology;
const codes = new Map((JSON.parse(await readFile(join(iso, 'codes.json'), 'utf8')) as [string, string, string][]).map(([two, , number]) => [number, two]));

const lines = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]): Place => [(y += dy) * scale[1] + translate[1], (x += dx) * scale[0] + translate[0]]);
});
const placesOf = (of: Arcs): Place[] => of.flatMap((each) => (typeof each === 'number' ? lines[each < 0 ? ~each : each]! : placesOf(each)));

function kilometres([a, b]: Place, [c, d]: Place): number {
  const rad = Math.PI / 180;
  const h = Math.sin((c - a) * rad / 2) ** 2 + Math.cos(a * rad) * Math.cos(c * rad) * Math.sin((d - b) * rad / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Disks around places of the border that reach all of it: each next one is where the others leave most out (Gonzalez 1985). */
function disksOf(places: readonly Place[]): string {
  const middles: Place[] = [places[0]!];
  const nearest = places.map((place) => kilometres(place, middles[0]!));
  const owner = places.map(() => 0);
  for (;;) {
    const farthest = nearest.indexOf(Math.max(...nearest));
    if (nearest[farthest]! <= largest) break;
    middles.push(places[farthest]!);
    places.forEach((place, at) => {
      const far = kilometres(place, places[farthest]!);
      if (far < nearest[at]!) [nearest[at], owner[at]] = [far, middles.length - 1];
    });
  }
  return middles.map(([latitude, longitude], which) => {
    const reach = Math.max(0, ...nearest.filter((_, at) => owner[at] === which));
    // Rounding moves the middle by up to 80 km.
    return `${Math.round(latitude)},${Math.round(longitude)},${Math.ceil(reach / 10) * 10 + 80}`;
  }).join(' ');
}

const byCode = new Map<string, Place[]>();
for (const { id, properties: { name }, arcs: of } of objects.countries.geometries) {
  const code = named[name] ?? codes.get(id ?? '');
  if (code !== undefined) byCode.set(code, [...byCode.get(code) ?? [], ...placesOf(of)]);
}
const disks = Object.entries({ ...Object.fromEntries([...byCode].map(([code, places]) => [code, disksOf(places)])), ...byHand }).sort();
await writeFile(join(import.meta.dirname, '../../server/src/risk/country-disks.ts'), `/**
 * Where countries lie: disks (latitude, longitude, kilometres) that their borders are inside of, by ISO 3166-1 alpha-2.
 * Made by tools/networks/build-country-disks.ts from Natural Earth 1:50m (public domain).
 */
export const countryDisks: Readonly<Record<string, string>> = {
${disks.map(([code, of]) => `  ${code}: '${of}',`).join('\n')}
};
`);
process.stdout.write(`${disks.length} countries\n`);
