import type { Chance } from '../../../demo/people/chance.ts';
import { makeMachine, shownBy } from './clients.ts';
import type { Login } from './login.ts';
import { addressAt } from './logins.ts';
import type { Person } from './people.ts';
import { hostileCountries, pickByShare, type Network, type World } from './world.ts';

/**
 * Who tries (Wiefling et al. 2022): `naive` has the password alone; `vpn` knows the country; `targeted` knows the city
 * and the kind of browser and device; `veryTargeted` is in the owner's own network with a copied user agent.
 */
export const attackers = ['naive', 'vpn', 'targeted', 'veryTargeted'] as const;
export type Attacker = (typeof attackers)[number];

/** An attempt at somebody's account at a moment. Attackers hold no marks; the hour is any. */
export function attempt(world: World, victim: Person, attacker: Attacker, at: number, chance: Chance): Login {
  const day = at / 86_400_000;
  const hour = chance.whole(0, 23);
  const rest = { at, user: victim.id, hour, marked: false };
  const own = makeMachine(chance);
  const like = { ...victim.machines[0]!, lag: own.lag, build: chance.happens(0.15) ? victim.machines[0]!.build : own.build };
  switch (attacker) {
    case 'naive': {
      const [code] = pickByShare(chance, hostileCountries, ([, share]) => share);
      return { ...rest, network: from(world, code, chance, chance.happens(0.6)), client: shownBy(own, day) };
    }
    case 'vpn': return { ...rest, network: from(world, victim.country.code, chance, chance.happens(0.8)), client: shownBy(own, day) };
    case 'targeted': {
      const networks = victim.country.networks.filter(({ kind }) => kind === 'home' || kind === 'mobile');
      const network = pickByShare(chance, networks, ({ share }) => share);
      return { ...rest, network: addressAt({ network, city: victim.city }, chance), client: shownBy(like, day) };
    }
    case 'veryTargeted':
      return { ...rest, network: addressAt(victim.home, chance), client: shownBy(victim.machines[0]!, day) };
  }
}

function from(world: World, code: string, chance: Chance, rented: boolean): readonly string[] {
  const country = world.countries.find((each) => each.code === code)!;
  const of = (network: Network): boolean => rented ? network.kind === 'hosting' : network.kind === 'home';
  const network = pickByShare(chance, country.networks.filter(of), ({ share }) => share);
  return addressAt({ network, city: chance.whole(0, country.cities - 1) }, chance);
}
