import type { Acr, JourneyPurpose, PopulationKind } from '../../../../contract/events/index.ts';
import type { Facts } from '../../rules/index.ts';
import { assuranceOf, recovers, satisfies, type Proof } from '../../sessions/index.ts';
import { conditionSetting, type Conditions } from './conditions.ts';
import { effectOf, holdings, type Holding } from './exit-effects.ts';
import type { Graph, Place } from './graph.ts';

/** A proof in the abstract: which kind, and for passkeys whether the authenticator checked the person. */
export type Shown = Proof['kind'] | 'passkey-without-check';

/** What is true of a run when it comes to a node. */
export interface State {
  readonly has: readonly Holding[];
  readonly shown: readonly Shown[];
  readonly created: boolean;
  /** Whether anybody has said who they are. */
  readonly identified: boolean;
}

/** A run coming to a node, for one account and one wish of the asking application. */
export interface Arrival extends State {
  readonly place: Place;
  readonly purpose: JourneyPurpose;
  readonly needed: Acr;
  /** The exit that led here; undefined at the start. */
  readonly by?: { readonly place: Place; readonly exit: string };
}

export interface Setting {
  readonly kind: PopulationKind;
  /** What the policy asks of every sign-in. */
  readonly required: Acr;
}

const levels: readonly Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];
const fixedTime = new Date(0);

/** Bounds the work for a policy made to be large; the built-in ones have some thousand arrivals. */
const mostArrivals = 100_000;

/**
 * Walks every journey for every kind of account and every assurance that may be asked for, with conditions answered as
 * a run would. Each arrival that differs is given once. Undefined where there are too many.
 */
export function walk(
  graph: Graph, purposes: ReadonlyMap<string, JourneyPurpose>, conditions: Conditions, setting: Setting,
): readonly Arrival[] | undefined {
  const found = new Map<string, Arrival>();
  const waiting: Arrival[] = [];
  const arrive = (arrival: Arrival): void => {
    const { place, purpose, needed, has, shown, created, identified } = arrival;
    const key = [place.journey, place.node, purpose, needed, has.join(), shown.join(), created, identified].join('|');
    if (found.has(key)) return;
    found.set(key, arrival);
    waiting.push(arrival);
  };
  for (const [journey, place] of graph.starts) {
    const purpose = purposes.get(journey)!;
    for (const needed of neededLevels(purpose, setting.required)) {
      for (const has of subsets(holdings)) {
        // Whoever is asked for more is signed in.
        arrive({ place, purpose, needed, has, shown: [], created: false, identified: purpose === 'step-up' });
      }
    }
  }
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.size > mostArrivals) return undefined;
    for (const [exit, place] of exitsTaken(next, conditions, setting)) {
      for (const state of afterExit(next, exit, setting.kind)) {
        arrive({ ...next, ...state, place, by: { place: next.place, exit } });
      }
    }
  }
  return [...found.values()];
}

/** The assurance that these proofs reach, as sessions judge it. */
export function acrOf(shown: readonly Shown[], kind: PopulationKind): Acr {
  return assuranceOf(shown.map(asProof), kind).acr;
}

function asProof(shown: Shown): Proof {
  return shown === 'passkey-without-check'
    ? { kind: 'passkey', at: fixedTime, userVerified: false } : { kind: shown, at: fixedTime, userVerified: true };
}

export function isSatisfied({ shown, needed }: Arrival, kind: PopulationKind): boolean {
  return shown.length > 0 && satisfies(acrOf(shown, kind), needed);
}

/** A credential is bound by whoever has shown the strongest that the account has, or recovers it (as the steps hold it). */
export function mayBind({ shown, has, created }: State, kind: PopulationKind): boolean {
  if (created || shown.includes('invitation')) return true;
  return shown.length > 0 && (satisfies(acrOf(shown, kind), acrOf(has, kind)) || recovers(shown.map(asProof)));
}

/** An application may ask for more than the policy; only nobody sends people to enrol. */
function neededLevels(purpose: JourneyPurpose, required: Acr): readonly Acr[] {
  return purpose === 'enrol' ? [required] : levels.slice(levels.indexOf(required));
}

function exitsTaken(
  arrival: Arrival, conditions: Conditions, { kind }: Setting,
): readonly (readonly [string, Place])[] {
  const { place } = arrival;
  const source = place.settings[conditionSetting];
  const exits = [...place.exits];
  if (typeof source !== 'string') return exits;
  try {
    const answer = conditions.get(source)!.evaluate(factsOf(arrival, kind)) ? 'yes' : 'no';
    return exits.filter(([exit]) => exit === answer);
  } catch {
    // A condition that can't be answered for some account could go either way.
    return exits;
  }
}

function factsOf(arrival: Arrival, kind: PopulationKind): Facts {
  const { has, shown, needed, created, identified, purpose } = arrival;
  return {
    has: {
      passkey: has.includes('passkey'), password: has.includes('password'), totp: has.includes('totp'),
      recoveryCode: has.includes('recovery-code'),
    },
    proved: {
      passkey: shown.includes('passkey') || shown.includes('passkey-without-check'),
      password: shown.includes('password'), emailCode: shown.includes('email-code'), totp: shown.includes('totp'),
      recoveryCode: shown.includes('recovery-code'), federated: shown.includes('federated'),
    },
    mayBind: mayBind(arrival, kind), identified,
    acr: acrOf(shown, kind), needed: { acr: needed }, satisfied: isSatisfied(arrival, kind), created, purpose,
    population: { kind },
  };
}

/** What is true after an exit: nothing where this account can't take it, two things where authenticators differ. */
function afterExit(before: Arrival, exit: string, kind: PopulationKind): readonly State[] {
  const effect = effectOf(before.place.step, exit);
  if (effect.needs !== undefined && !before.has.includes(effect.needs)) return [];
  const shown = effect.forgets ? [] : before.shown.filter((each) => each !== effect.drops);
  const created = effect.forgets ? false : before.created || effect.creates === true;
  const identified = effect.identifies ?? (effect.forgets ? false : before.identified);
  const has = effect.creates ? [] : [...new Set([...before.has, ...(effect.binds ? [effect.binds] : [])])].sort();
  const isFoundation = created || shown.includes('invitation');
  // Having got recovery codes shows nothing.
  const founded = isFoundation && effect.binds !== 'recovery-code' ? effect.binds : undefined;
  const proof = effect.proves ?? founded;
  return variants(proof, kind).map((more) => ({ has, created, identified, shown: [...new Set([...shown, ...more])].sort() }));
}

/** The workforce's authenticators have to check the person; others may leave it (WebAuthn's `preferred`). */
function variants(proof: Proof['kind'] | undefined, kind: PopulationKind): readonly (readonly Shown[])[] {
  if (proof === undefined) return [[]];
  return proof === 'passkey' && kind !== 'workforce' ? [['passkey'], ['passkey-without-check']] : [[proof]];
}

function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  return of.reduce<readonly (readonly T[])[]>((sets, each) => [...sets, ...sets.map((set) => [...set, each])], [[]]);
}
