import type { Acr } from '../../../contract/events/index.ts';
import { permits } from '../../../contract/decision-words.ts';
import { milliseconds, riskBands, type RiskRules } from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { day, hour, minute, second } from '../kernel/index.ts';
import { usualRules } from '../risk/index.ts';
import type { Condition, Facts } from '../rules/index.ts';
import type { CompiledCheckpoint } from './compile-checkpoint.ts';
import { decide, type Decision } from './decide.ts';
import { bandOf, conditionFacts, type Features } from './features.ts';

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

export interface Explained {
  readonly decision: Decision;
  readonly rules: readonly RuleRead[];
  readonly firstUnmet: RuleRead | null;
  readonly nearest: Flip | null;
  /** How many changes were looked at. */
  readonly tried: number;
}

/** Answers a made-up situation and says why, from the features and the checkpoint alone. */
export function explain(features: Features, checkpoint: CompiledCheckpoint, risk: RiskRules = usualRules): Explained {
  const decision = decide(features, checkpoint);
  const rules = readRules(features, checkpoint, decision);
  const changes = changesOf(features, checkpoint, risk);
  return {
    decision, rules, firstUnmet: rules.find(({ condition, held }) => condition !== null && held !== true) ?? null,
    nearest: nearestFlip(decision, changes, checkpoint), tried: changes.length,
  };
}

function readRules(features: Features, checkpoint: CompiledCheckpoint, { candidates }: Decision): readonly RuleRead[] {
  const facts = conditionFacts(features);
  const band = checkpoint.bands[bandOf(features)];
  const read = (condition: Condition | undefined): Pick<RuleRead, 'condition' | 'held' | 'facts'> => (condition === undefined
    ? { condition: null, held: true, facts: [] }
    : { condition: condition.source, held: answer(condition, facts), facts: condition.reads.map((fact) => ({ fact, value: valueAt(facts, fact) })) });
  return [
    ...checkpoint.reasons.map(({ name, condition }): RuleRead => ({ kind: 'reason', name, chosen: false, ...read(condition) })),
    ...(band.always ? [{ kind: 'risk', name: bandOf(features), condition: null, held: true, chosen: false, facts: [] } as const] : []),
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
  return typeof value === 'number' && isSpan(path) ? inWords(value) : String(value);
}

const isSpan = (path: string): boolean => /(?:age|knownFor|verifiedFor|boundFor|factorAge|changedAge|dueIn)$/i.test(path);

/** "5m", "24h", "3d": as policies write lengths of time. */
function inWords(ms: number): string {
  if (ms >= 36_500 * day) return 'never';
  for (const [unit, letter] of [[day, 'd'], [hour, 'h'], [minute, 'm'], [second, 's']] as const) {
    if (ms >= unit && ms % unit === 0) return `${ms / unit}${letter}`;
  }
  return ms >= minute ? `${Math.round(ms / second)}s` : `${ms}ms`;
}

interface Change {
  readonly fact: string;
  readonly from: string;
  readonly to: string;
  readonly features: Features;
  /** Steps along the declared values; a thing that is there or not is one step. */
  readonly distance: number;
}

function nearestFlip({ response }: Decision, changes: readonly Change[], checkpoint: CompiledCheckpoint): Flip | null {
  const answered = changes.map((change) => ({ change, decision: decide(change.features, checkpoint) }));
  const nearest = (fits: (other: Decision) => boolean) => answered.filter(({ decision }) => fits(decision))
    .reduce<(typeof answered)[number] | undefined>((best, each) => (
      best === undefined || each.change.distance < best.change.distance ? each : best), undefined);
  const found = nearest((other) => permits(other.response) !== permits(response)) ?? nearest((other) => other.response !== response);
  if (!found) return null;
  const { change: { fact, from, to }, decision } = found;
  return { fact, from, to, response: decision.response, reasons: decision.reasons };
}

/** Lengths of time that are tried besides those that the conditions name. */
const usualSpans = [0, minute, 5 * minute, 15 * minute, hour, 12 * hour, day, 3 * day, 7 * day, 30 * day, 365 * day];
const acrs: readonly Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];

/** Every change that is looked at: of one thing, to one of some values. Those of what no condition reads are left out. */
function changesOf(features: Features, checkpoint: CompiledCheckpoint, { bands }: RiskRules): readonly Change[] {
  const conditions = [
    ...checkpoint.reasons.map(({ condition }) => condition),
    ...riskBands.flatMap((band) => checkpoint.bands[band].responses.flatMap(({ when }) => when ?? [])),
  ];
  const reads = new Set(conditions.flatMap((condition) => condition.reads));
  const spans = spansIn(conditions);
  const one = (fact: string, from: string, to: string, more: Partial<Features>, distance = 1): Change => (
    { fact, from, to, distance, features: { ...features, ...more } });
  const along = (fact: string, from: number, set: (span: number) => Partial<Features>): readonly Change[] => (
    !reads.has(fact) ? [] : spans.filter((span) => span !== from).map((span) => (
      one(fact, inWords(from), inWords(span), set(span), Math.abs(placeOf(span, spans) - placeOf(from, spans))))));
  const { device, authentication, session, account, email, contact, recovered, factor, has } = features;
  return [
    ...proofsOf(features, checkpoint, one),
    ...(Object.keys(has) as (keyof typeof has)[]).filter((kind) => reads.has(`has.${kind}`))
      .map((kind) => one(`has.${kind}`, String(has[kind]), String(!has[kind]), { has: { ...has, [kind]: !has[kind] } })),
    ...riskChanges(features, checkpoint, bands, one),
    ...along('device.knownFor', device.knownFor, (knownFor) => ({ device: { knownFor } })),
    ...along('authentication.age', authentication.age, (age) => ({ authentication: { ...authentication, age } })),
    ...(reads.has('authentication.acr') ? acrs.filter((acr) => acr !== authentication.acr)
      .map((acr) => one('authentication.acr', authentication.acr, acr, { authentication: { ...authentication, acr } })) : []),
    ...along('session.age', session.age, (age) => ({ session: { age } })),
    ...along('account.age', account.age, (age) => ({ account: { age } })),
    ...along('email.verifiedFor', email.verifiedFor, (verifiedFor) => ({ email: { verifiedFor }, has: { ...has, email: true } })),
    ...(contact ? [one('contact.changedAge', inWords(contact.changedAge), 'never', { contact: null })] : []),
    ...(contact ? along('contact.changedAge', contact.changedAge, (changedAge) => ({ contact: { changedAge } })) : []),
    ...(recovered ? [one('recovered.age', inWords(recovered.age), 'never', { recovered: null })] : []),
    ...(recovered ? along('recovered.age', recovered.age, (age) => ({ recovered: { ...recovered, age, isOpen: false } })) : []),
    ...(recovered ? along('recovered.factorAge', recovered.factorAge, (factorAge) => ({ recovered: { ...recovered, factorAge, isOpen: false } })) : []),
    ...(factor ? along('factor.boundFor', factor.boundFor, (boundFor) => ({ factor: { ...factor, boundFor } })) : []),
    ...amountChanges(features, conditions, one),
    ...(features.explored ? [one('session.explored', 'true', 'false', { explored: undefined })] : []),
  ];
}

type One = (fact: string, from: string, to: string, more: Partial<Features>, distance?: number) => Change;

/** What the person could do now: show what a challenge asks for, or have waited. */
function proofsOf({ proved, challenge, pending }: Features, { bands }: CompiledCheckpoint, one: One): readonly Change[] {
  const offered = riskBands.flatMap((band) => bands[band].responses.map(({ response }) => response));
  const asked = challenge ?? { age: second };
  const shows = (fact: string, more: Partial<Features['proved']>): Change => (
    one(fact, 'not shown since it was asked', 'shown now', { challenge: asked, proved: { ...proved, ...more } }));
  const isAsked = (...proofs: readonly string[]): boolean => offered.some((each) => each.respond === 'challenge' && proofs.includes(each.with));
  return [
    ...(isAsked('email-code') ? [shows('a code by e-mail', { emailCodeAge: 0 })] : []),
    ...(isAsked('passkey', 'passkey-or-totp', 'email-code') ? [shows('a passkey', { strongAge: 0, passkeyAge: 0 })] : []),
    ...(isAsked('passkey-or-totp') ? [shows('a code of an app', { strongAge: 0 })] : []),
    ...(offered.some(({ respond }) => respond === 'delay')
      ? [one('the wait', pending ? inWords(Math.max(0, pending.dueIn)) : 'not begun', 'over', { pending: { state: 'waiting', dueIn: 0 } }, 2)] : []),
  ];
}

/** The amounts that conditions name, and a hundredth on either side; nothing where the question names none. */
function amountChanges({ amount }: Features, conditions: readonly Condition[], one: One): readonly Change[] {
  if (!amount) return [];
  const named = conditions.filter(({ reads }) => reads.includes('amount.value'))
    .flatMap(({ source }) => [...source.matchAll(/\b\d{1,12}(?:\.\d{1,4})\b/g)].map(([text]) => Number(text)));
  const values = [...new Set(named.slice(0, 12).flatMap((value) => [value - 0.01, value, value + 0.01]))].filter((value) => value >= 0 && value !== amount.value);
  return values.map((value) => one('amount.value', String(amount.value), String(Math.round(value * 100) / 100), { amount: { ...amount, value } }));
}

function riskChanges(
  features: Features, { asksRisk }: CompiledCheckpoint, floors: RiskRules['bands'], one: One,
): readonly Change[] {
  if (!asksRisk) return [];
  const now = bandOf(features);
  return riskBands.filter((band) => band !== now).map((band) => one(
    'risk.band', now, band, { risk: riskIn(band, floors, features.risk) }, Math.abs(riskBands.indexOf(band) - riskBands.indexOf(now))));
}

/** A risk that just reaches a band. */
export function riskIn(band: RiskBand, floors: RiskRules['bands'], found: Features['risk'] = null): NonNullable<Features['risk']> {
  const probability = band === 'low' ? floors.medium / 10 : floors[band];
  const rest = found ?? { sum: Math.log(probability / (1 - probability)), contributions: [], missing: [], history: '20+', frequency: 'weekly', model: 'what-if' };
  return { ...rest, probability, band };
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
