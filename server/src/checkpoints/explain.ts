import { permits } from '../../../contract/decision-words.ts';
import { milliseconds } from '../../../contract/policy/index.ts';
import { day, hour, minute, second } from '../kernel/index.ts';
import type { Condition, Facts } from '../rules/index.ts';
import type { CompiledBand, CompiledCheckpoint } from './compile-checkpoint.ts';
import type { Decision } from './decide.ts';

/** What is asked of a decision that is explained, of people's and of machines'. */
export type Answered = Pick<Decision, 'response' | 'reasons' | 'candidates'>;

/** A rule of a checkpoint and what came of it, in the order in which `decide` reads them. */
export interface RuleRead {
  readonly kind: 'reason' | 'risk' | 'response';
  /** Of a reason its name, of a response what it does, of the risk its band. */
  readonly name: string;
  /** Null where it has none and so always holds. */
  readonly condition: string | null;
  /** Null where it could not be answered. */
  readonly held: boolean | null;
  readonly chosen: boolean;
  /** What it read, with what that was. */
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
}

/** The nearest single change after which the answer is another one. */
export interface Flip {
  readonly fact: string;
  readonly from: string;
  readonly to: string;
  readonly response: Decision['response'];
  readonly reasons: readonly string[];
}

export interface Explained<D extends Answered = Answered> {
  readonly decision: D;
  readonly rules: readonly RuleRead[];
  readonly firstUnmet: RuleRead | null;
  readonly nearest: Flip | null;
  /** How many changes were looked at. */
  readonly tried: number;
}

/** What rules were read of, and with which facts. */
export interface Read {
  readonly reasons: CompiledCheckpoint['reasons'];
  readonly band: CompiledBand;
  readonly bandName: string;
  readonly facts: Facts;
}

export interface Change<F> {
  readonly fact: string;
  readonly from: string;
  readonly to: string;
  readonly features: F;
  /** Steps along the declared values; a thing that is there or not is one step. */
  readonly distance: number;
}

/** Says why a decision came out as it did, and which of the changes that are looked at turns it with the least. */
export function explainDecision<F, D extends Answered>(decision: D, read: Read, changes: readonly Change<F>[], decide: (features: F) => Answered): Explained<D> {
  const rules = readRules(read, decision);
  return {
    decision, rules, firstUnmet: rules.find(({ condition, held }) => condition !== null && held !== true) ?? null,
    nearest: nearestFlip(decision, changes, decide), tried: changes.length,
  };
}

function readRules({ reasons, band, bandName, facts }: Read, { candidates }: Answered): readonly RuleRead[] {
  const read = (condition: Condition | undefined): Pick<RuleRead, 'condition' | 'held' | 'facts'> => (condition === undefined
    ? { condition: null, held: true, facts: [] }
    : { condition: condition.source, held: answer(condition, facts), facts: condition.reads.map((fact) => ({ fact, value: valueAt(facts, fact) })) });
  return [
    ...reasons.map(({ name, condition }): RuleRead => ({ kind: 'reason', name, chosen: false, ...read(condition) })),
    ...(band.always ? [{ kind: 'risk', name: bandName, condition: null, held: true, chosen: false, facts: [] } as const] : []),
    ...band.responses.map(({ response, when }, index): RuleRead => (
      { kind: 'response', name: response.respond === 'challenge' ? response.with : response.respond, chosen: candidates[index]?.chosen ?? false, ...read(when) })),
  ];
}

function answer(condition: Condition, facts: Facts): boolean | null {
  try {
    return condition.evaluate(facts);
  } catch {
    return null;
  }
}

function valueAt(facts: Facts, path: string): string {
  const value = path.split('.').reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), facts);
  if (value === undefined || value === null) return 'not there';
  if (Array.isArray(value)) return listInWords(value as readonly string[]);
  return typeof value === 'number' && isSpan(path) ? inWords(value) : short(String(value));
}

const isSpan = (path: string): boolean => /(?:age|knownFor|verifiedFor|boundFor|factorAge|changedAge|removedAge|dueIn)$/i.test(path);

/** As long as a value is told at most. */
export const short = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
export const listInWords = (all: readonly string[]): string => (all.length === 0 ? 'none' : short(all.join(', ')));

/** "5m", "24h", "3d": as policies write lengths of time. */
export function inWords(ms: number): string {
  if (ms >= 36_500 * day) return 'never';
  for (const [unit, letter] of [[day, 'd'], [hour, 'h'], [minute, 'm'], [second, 's']] as const) {
    if (ms >= unit && ms % unit === 0) return `${ms / unit}${letter}`;
  }
  return ms >= minute ? `${Math.round(ms / second)}s` : `${ms}ms`;
}

function nearestFlip<F>({ response }: Answered, changes: readonly Change<F>[], decide: (features: F) => Answered): Flip | null {
  const answered = changes.map((change) => ({ change, decision: decide(change.features) }));
  const nearest = (fits: (other: Answered) => boolean) => answered.filter(({ decision }) => fits(decision))
    .reduce<(typeof answered)[number] | undefined>((best, each) => (
      best === undefined || each.change.distance < best.change.distance ? each : best), undefined);
  const found = nearest((other) => permits(other.response) !== permits(response)) ?? nearest((other) => other.response !== response);
  if (!found) return null;
  const { change: { fact, from, to }, decision } = found;
  return { fact, from, to, response: decision.response, reasons: decision.reasons };
}

/** Lengths of time that are tried besides those that the conditions name. */
const usualSpans = [0, minute, 5 * minute, 15 * minute, hour, 12 * hour, day, 3 * day, 7 * day, 30 * day, 365 * day];
export interface SpanStep { readonly to: string; readonly span: number; readonly distance: number }

/** The lengths of time that are tried in place of one, with how many steps away each is. */
export function spanSteps(conditions: readonly Condition[]): (from: number) => readonly SpanStep[] {
  const spans = spansIn(conditions);
  return (from) => spans.filter((span) => span !== from).map((span) => (
    { to: inWords(span), span, distance: Math.abs(placeOf(span, spans) - placeOf(from, spans)) }));
}

/** The usual ones, and those of the conditions with a second on either side, since it is there that answers turn. */
function spansIn(conditions: readonly Condition[]): readonly number[] {
  const named = conditions.flatMap(({ source }) => [...source.matchAll(/duration\(\s*["'](\d+)([smhd])["']\s*\)/g)]
    .map(([, count, unit]) => milliseconds(`${count}${unit}`)));
  const all = [...usualSpans, ...named.slice(0, 24).flatMap((span) => [span - second, span, span + second])];
  return [...new Set(all.filter((span) => span >= 0))].sort((a, b) => a - b);
}

/** A second beside what a condition names is hardly a step. */
const placeOf = (span: number, spans: readonly number[]): number => {
  const place = spans.filter((each) => each < span && !isBeside(each, spans)).length;
  return isBeside(span, spans) ? place - (spans.includes(span + second) ? 0.1 : 0.9) : place;
};
const isBeside = (span: number, spans: readonly number[]): boolean => span % minute !== 0 && (spans.includes(span + second) || spans.includes(span - second));
