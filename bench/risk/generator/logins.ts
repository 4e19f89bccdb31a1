import type { Chance } from '../../../demo/people/chance.ts';
import { createInterning } from '../interning.ts';
import { makeMachine, shownBy, type Machine } from './clients.ts';
import type { Login } from './login.ts';
import type { Person, Place } from './people.ts';
import { pickByShare, type Network, type World } from './world.ts';

const dayLength = 86_400_000;
/** Days after which a browser's mark counts where nothing was confirmed in it. */
const markCounts = 7;

/** Bounded by the world's addresses. */
const intern = createInterning();

/** All logins of one person between two days, oldest first. */
export function loginsOf(world: World, person: Person, from: number, until: number, chance: Chance): Login[] {
  const logins: Login[] = [];
  const machines = [...person.machines];
  const marks = new Map<Machine, number>();
  let address = addressAt(person.home, chance);
  let day = from + chance.next() * person.every;
  let previous = day;
  while (day < until) {
    const gap = day - previous;
    if (chance.happens(1 - Math.exp(-gap / person.lease))) address = renew(address, person.home, chance);
    machines.forEach((machine, at) => {
      if (chance.happens(1 - Math.exp(-gap / person.keeps))) machines[at] = makeMachine(chance, chance.happens(0.8) ? machine.kind : undefined);
    });
    const machine = machines.length === 1 || chance.happens(person.usesFirst) ? machines[0]! : machines[1]!;
    const hour = Math.floor((person.hour + chance.skewed(1, 0.9) * (chance.happens(0.5) ? 1 : -1) + 48) % 24);
    const since = marks.get(machine);
    const brings = since !== undefined && !chance.happens(person.forgetsMarks);
    const keeps = !chance.happens(person.forgetsMarks);
    if (keeps && !brings) marks.set(machine, day);
    // As if nobody ever showed more than a password.
    const marked = brings && day - since >= markCounts;
    logins.push({
      at: Math.floor(day) * dayLength + hour * 3_600_000 + Math.floor(chance.next() * 3_600_000), user: person.id,
      network: where(world, person, machine, address, chance), client: shownBy(machine, day), hour, marked,
    });
    previous = day;
    day += -Math.log(1 - chance.next()) * person.every;
  }
  return logins.sort((a, b) => a.at - b.at);
}

function where(world: World, person: Person, machine: Machine, home: readonly string[], chance: Chance): readonly string[] {
  let at = chance.next();
  if ((at -= person.travelling) < 0) {
    const country = chance.happens(0.5) ? person.country : pickByShare(chance, world.countries.slice(1), ({ share }) => share);
    const network = pickByShare(chance, country.networks.filter(({ kind }) => kind === 'home' || kind === 'mobile'), ({ share }) => share);
    return addressAt({ network, city: chance.whole(0, country.cities - 1) }, chance);
  }
  if ((at -= person.visiting) < 0) {
    const network = pickByShare(chance, person.country.networks.filter(({ kind }) => kind === 'home'), ({ share }) => share);
    return addressAt({ network, city: person.city }, chance);
  }
  if (machine.kind.device !== 'desktop' && (at -= person.onMobile) < 0) return carrierAddress(person, chance);
  if (person.work && (at -= person.atWork) < 0) return workAddress(person.work);
  return home;
}

/** Carriers put many behind one address and change it at every turn; a person meets a few prefixes of a city. */
function carrierAddress(person: Person, chance: Chance): readonly string[] {
  const prefixes = person.mobile.network.prefixes[person.mobile.city]!;
  const prefix = prefixes[(person.id * 7 + Math.floor(chance.next() ** 2 * 4)) % prefixes.length]!;
  return chainOf(prefix, chance.whole(0, 31), person.mobile.network);
}

function workAddress({ network, city }: Place): readonly string[] {
  return chainOf(network.prefixes[city]![0]!, 1, network);
}

export function addressAt({ network, city }: Place, chance: Chance): readonly string[] {
  return chainOf(chance.pick(network.prefixes[city]!), chance.whole(1, 254), network);
}

function renew([, prefix, asn, country]: readonly string[], home: Place, chance: Chance): readonly string[] {
  if (!chance.happens(0.5)) return addressAt(home, chance);
  return chainOf(prefix!, chance.whole(1, 254), { asn: asn!, country: country! });
}

/** Address, prefix, ASN, country. */
function chainOf(prefix: string, host: number, { asn, country }: Pick<Network, 'asn' | 'country'>): readonly string[] {
  return [intern(`${prefix}.${host}`), prefix, asn, country];
}
