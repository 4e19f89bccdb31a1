import type { Shown } from './generator/clients.ts';

/**
 * The published reference to compare with: Freeman et al. (NDSS 2016, equation 7) with the levels, level weights,
 * smoothing and edge case of the open re-implementation by das-group (rba-algorithm), without attack data. Written from
 * the formulas; scores are kept as logarithms.
 */
export interface Freeman {
  /** Logarithm of the score of a login; higher is more suspicious. Undefined before a user's second login. */
  score(user: number, network: readonly string[], client: Shown): number | undefined;
  /** Counts a login among those of everybody. */
  count(network: readonly string[], client: Shown): void;
  /** Learns it into its user's history. */
  learn(user: number, network: readonly string[], client: Shown): void;
}

/** Address, ASN, country; and user agent, browser, system, device. */
const levelWeights = { network: [0.6, 0.3, 0.1], client: [0.538665, 0.268045, 0.188183, 0.005107] } as const;
const unseenFactor = 4;

interface Counts { readonly levels: Map<string, number>[]; total: number }

export function createFreeman(): Freeman {
  const all = { network: counts(3), client: counts(4) };
  const users = new Map<number, { network: Counts; client: Counts }>();
  const networkLevels = (network: readonly string[]): readonly string[] => [network[0]!, network[2]!, network[3]!];
  return {
    score: (user, network, client) => {
      const own = users.get(user);
      if (!own) return undefined;
      const factor = part(all.network, own.network, levelWeights.network, networkLevels(network))
        + part(all.client, own.client, levelWeights.client, client.versions);
      // p(u|A) / p(u|L) with equal attacks on all is (1/|U|) / (n_u/N). N/|U| is left out: it is one number for all, and
      // in a replay that begins with nobody it grows by the day, which no threshold could follow.
      return factor - Math.log(own.network.total);
    },
    count: (network, client) => {
      add(all.network, networkLevels(network));
      add(all.client, client.versions);
    },
    learn: (user, network, client) => {
      let own = users.get(user);
      if (!own) users.set(user, own = { network: counts(3), client: counts(4) });
      add(own.network, networkLevels(network));
      add(own.client, client.versions);
    },
  };
}

function counts(levels: number): Counts {
  return { levels: Array.from({ length: levels }, () => new Map<string, number>()), total: 0 };
}

function add(of: Counts, chain: readonly string[]): void {
  of.total += 1;
  for (let at = 0; at < chain.length; at += 1) of.levels[at]!.set(chain[at]!, (of.levels[at]!.get(chain[at]!) ?? 0) + 1);
}

/** ln(p(x) / p(x|u,L)) of one feature. */
function part(all: Counts, own: Counts, weights: readonly number[], chain: readonly string[]): number {
  let everybody = 0;
  let owner = 0;
  for (let at = 0; at < chain.length; at += 1) {
    const seen = all.levels[at]!.get(chain[at]!) ?? 0;
    // Values not seen yet are smoothed at the first level only, by as many as the next level has values.
    const next = at === 0 ? (all.levels[1]?.size ?? 0) + 1 : 0;
    const share = seen > 0 ? seen / (all.total + next) : at === 0 ? 1 / (all.total + next) : 0;
    everybody += weights[at]! * share;
    owner += weights[at]! * (own.levels[at]!.get(chain[at]!) ?? 0) / own.total;
  }
  return Math.log(owner === 0 ? unseenFactor : everybody / owner);
}
