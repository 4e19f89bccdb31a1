import { everyResponse, responsesByBand, riskBands, type BandResponses } from '../policy/checkpoint-matrix.ts';
import type { Checkpoint } from '../policy/index.ts';
import type { RiskBand } from '../risk.ts';
import { worthFrom, type Amounts, type ResponseWorth } from './expected-cost.ts';
import { nameOfResponse, responseNames, type KnownWorths, type ResponseName } from './response-worth.ts';
import { amountsOf, stakesOf, type KnownStakes } from './stakes.ts';

/** Requests at an action in one band that got one response. */
export interface RequestsCounted {
  readonly band: RiskBand;
  readonly name: ResponseName;
  readonly requests: number;
  /** The sum of their probabilities: how many impostors are expected among them. */
  readonly impostors: number;
}

/** Probabilities from which on a band counts; below the first it is low. */
export interface Floors { readonly medium: number; readonly high: number; readonly critical: number }

export interface Asked {
  readonly checkpoint: Checkpoint;
  readonly floors: Floors;
  readonly worths: KnownWorths;
  /** As they were decided, whatever the policy was then. */
  readonly counted: readonly RequestsCounted[];
}

/** The cheapest response of a band, and whether the policy has it there. */
export interface BandAdvice {
  readonly band: RiskBand;
  readonly requests: number;
  readonly best: ResponseName;
  readonly fits: boolean;
}

export interface Advice {
  readonly stakes: KnownStakes;
  readonly requests: number;
  /** Expected cost of 1,000 requests as they were decided; null where there were none. */
  readonly now: number | null;
  /** The same with the best response in each band. */
  readonly atBest: number | null;
  readonly bands: readonly BandAdvice[];
  /** From which probability on which response is cheapest, the mildest first; it begins with 0. */
  readonly thresholds: readonly { readonly name: ResponseName; readonly from: number }[];
}

/**
 * Where the thresholds of an action would be best, and how far its policy is from that: the response of least expected
 * cost in each band of risk. Denying is never advised, since a score alone is no reason to refuse somebody.
 */
export function advise({ checkpoint, floors, worths, counted }: Asked): Advice {
  const stakes = stakesOf(checkpoint);
  const amounts = amountsOf(stakes);
  const offered = responseNames.filter((name) => name !== 'deny' && (alwaysOffered.includes(name) || namesIn(checkpoint).has(name)));
  const matrix = matrixOf(checkpoint);
  const bands = riskBands.map((band): BandAdvice & { readonly cost: number } => {
    const here = sumOf(counted.filter((each) => each.band === band));
    // Where nobody came, whoever would come: somewhere in the middle of the band.
    const { requests, impostors } = here.requests === 0 ? { requests: 1, impostors: middleOf(band, floors) } : here;
    const costs = offered.map((name) => ({ name, cost: costOf(requests, impostors, amounts, worths[name]) }));
    const { name: best, cost } = costs.reduce((least, each) => (each.cost < least.cost ? each : least));
    const { always, responses } = matrix[band];
    const named = responses.map(nameOfResponse);
    return { band, requests: here.requests, best, fits: always ? named.includes(best) : best === 'allow', cost: here.requests === 0 ? 0 : cost };
  });
  const { requests } = sumOf(counted);
  const thousand = (cost: number): number | null => (requests === 0 ? null : (1_000 * cost) / requests);
  return {
    stakes, requests,
    now: thousand(counted.reduce((sum, each) => sum + costOf(each.requests, each.impostors, amounts, worths[each.name]), 0)),
    atBest: thousand(bands.reduce((sum, { cost }) => sum + cost, 0)),
    bands: bands.map(({ cost: _cost, ...band }) => band),
    thresholds: thresholdsOf(offered, amounts, worths),
  };
}

/** The matrix as people meet it: where a reason holds for everybody, there always is one. */
export function matrixOf(checkpoint: Checkpoint): Readonly<Record<RiskBand, BandResponses>> {
  const matrix = responsesByBand(checkpoint);
  if (!Object.values(checkpoint.reasons).some((condition) => condition.trim() === 'true')) return matrix;
  return Object.fromEntries(riskBands.map((band) => [band, { ...matrix[band], always: true }])) as unknown as typeof matrix;
}

/** Whatever a checkpoint says: to let go, and to ask for what this house stands on. */
const alwaysOffered: readonly ResponseName[] = ['allow', 'passkey-or-totp'];

const namesIn = (checkpoint: Checkpoint): ReadonlySet<ResponseName> => (
  new Set(everyResponse(checkpoint).map(({ response }) => nameOfResponse(response))));

/** The expected cost of several requests together: that of one, summed. */
function costOf(requests: number, impostors: number, { loss, value }: Amounts, { efficacy, friction }: ResponseWorth): number {
  return impostors * loss * (1 - efficacy) + (requests - impostors) * value * friction;
}

function sumOf(counted: readonly RequestsCounted[]): { readonly requests: number; readonly impostors: number } {
  return {
    requests: counted.reduce((sum, each) => sum + each.requests, 0),
    impostors: counted.reduce((sum, each) => sum + each.impostors, 0),
  };
}

/** The geometric mean of a band's ends; the lowest is taken to begin at a hundredth of its end. */
function middleOf(band: RiskBand, { medium, high, critical }: Floors): number {
  const [from, to] = { low: [medium / 100, medium], medium: [medium, high], high: [high, critical], critical: [critical, 1] }[band] as [number, number];
  return Math.sqrt(from * to);
}

/** The lower envelope of the costs over all probabilities: each is a line, so the next is the one that crosses first. */
function thresholdsOf(
  offered: readonly ResponseName[], amounts: Amounts, worths: Asked['worths'],
): Advice['thresholds'] {
  let here = offered.reduce((least, name) => (worths[name].friction < worths[least].friction ? name : least));
  const found = [{ name: here, from: 0 }];
  for (;;) {
    const stricter = offered.filter((name) => worths[name].efficacy > worths[here].efficacy)
      .map((name) => ({ name, from: worthFrom(amounts, worths[name], worths[here]) }));
    const next = stricter.reduce<(typeof stricter)[number] | undefined>((first, each) => (
      first === undefined || each.from < first.from ? each : first), undefined);
    if (next === undefined || next.from >= 1) return found;
    if (next.from <= found.at(-1)!.from) found.pop();
    found.push(next);
    here = next.name;
  }
}
