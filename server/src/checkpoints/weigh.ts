import {
  amountsOf, expectedCost, nameOfResponse, responseNames, stakesIn, stakesOf, usualCurrency, type AskedStakes, type KnownWorth, type KnownWorths,
  type ResponseName,
} from '../../../contract/actions/index.ts';
import { responsesByBand, type Checkpoint } from '../../../contract/policy/index.ts';
import type { Candidate, Decision } from './decide.ts';
import type { Drawn } from './explore.ts';
import { bandOf, type Features } from './features.ts';

/** One answer that could have been given. */
export interface WeighedAnswer {
  readonly answer: ResponseName;
  /** Expected cost by the probability and the stakes; null where the risk is not known. */
  readonly cost: number | null;
  /** How probable it was that just this one is given (π_b of off-policy evaluation). They sum to 1. */
  readonly propensity: number;
}

/** What a decision was about and what else it could have been: what a backtest needs and can't find out later. */
export interface Weighing {
  readonly valueAtRisk: Checkpoint['valueAtRisk'];
  readonly frictionTolerance: Checkpoint['frictionTolerance'];
  readonly stakes: AskedStakes;
  readonly answers: readonly WeighedAnswer[];
  /** What was answered is what a draw chose instead of the policy's own answer. */
  readonly explored: boolean;
  /** Of the draw, below 2^48; null where nothing was drawn. */
  readonly seed: number | null;
  /** What was counted here of those answers and went into their costs; for the rest it was what is published. None in records from before. */
  readonly measured?: Readonly<Partial<Record<ResponseName, KnownWorth>>>;
}

interface Weighed {
  readonly checkpoint: Checkpoint;
  readonly features: Features;
  readonly worths: KnownWorths;
  /** Of the policy's amounts. */
  readonly currency?: string | undefined;
}

/**
 * Weighs a decision as it is recorded. `final` is what was answered in the end: where something else came between, such
 * as nobody to tell of a delay, it was certain, since no draw chose it.
 */
export function weigh(final: Decision, drawn: Drawn, { checkpoint, features, worths, currency = usualCurrency }: Weighed): Weighing {
  const given = nameOfAnswer(final);
  const propensities = new Map<ResponseName, number>();
  const add = (name: ResponseName, part: number): void => { propensities.set(name, (propensities.get(name) ?? 0) + part); };
  if (final === drawn.decision && drawn.other) {
    add(nameOfAnswer(drawn.usual), 1 - drawn.part);
    add(nameOfAnswer(drawn.other), drawn.part);
  } else add(given, 1);
  const offered = responsesByBand(checkpoint)[bandOf(features)].responses.map(nameOfResponse);
  const possible = new Set<ResponseName>(['allow', ...offered, ...propensities.keys()]);
  const stakes = stakesIn(stakesOf(checkpoint), currency, features.amount);
  const amounts = amountsOf(stakes);
  const probability = features.risk?.probability;
  const answers = responseNames.filter((name) => possible.has(name));
  return {
    valueAtRisk: checkpoint.valueAtRisk, frictionTolerance: checkpoint.frictionTolerance, stakes,
    answers: answers.map((answer) => ({
      answer, propensity: propensities.get(answer) ?? 0,
      cost: probability === undefined ? null : rounded(expectedCost(probability, amounts, worths[answer])),
    })),
    // Who was asked by a draw, and met it, has what the policy alone would have given: no draw has let them go.
    explored: final === drawn.decision && drawn.decision === drawn.other && given !== nameOfAnswer(drawn.usual),
    seed: drawn.seed,
    measured: Object.fromEntries(answers.filter((name) => isMeasured(worths[name])).map((name) => [name, worths[name]])),
  };
}

/** An answer by the name under which its worth is known: a challenge by what has to be shown. */
export function nameOfAnswer({ response, candidates }: Pick<Decision, 'response' | 'candidates'>): ResponseName {
  return response === 'challenge' ? candidates.find(({ chosen }: Candidate) => chosen)?.with ?? 'passkey-or-totp' : response;
}

const isMeasured = ({ efficacyFrom, frictionFrom }: KnownWorth): boolean => efficacyFrom === 'measured' || frictionFrom === 'measured';

const rounded = (cost: number): number => Math.round(cost * 10_000) / 10_000;
