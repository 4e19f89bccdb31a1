import type { Acr } from '../../../contract/events/index.ts';
import { riskBands, type RiskRules } from '../../../contract/policy/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { second } from '../kernel/index.ts';
import { usualRules } from '../risk/index.ts';
import type { Condition } from '../rules/index.ts';
import type { CompiledCheckpoint } from './compile-checkpoint.ts';
import { decide, type Decision } from './decide.ts';
import { explainDecision, inWords, spanSteps, type Change as ChangeOf, type Explained } from './explain.ts';
import { bandOf, conditionFacts, type Features } from './features.ts';

/** Answers a made-up situation and says why, from the features and the checkpoint alone. */
export function explain(features: Features, checkpoint: CompiledCheckpoint, risk: RiskRules = usualRules): Explained<Decision> {
  const bandName = bandOf(features);
  const read = { reasons: checkpoint.reasons, band: checkpoint.bands[bandName], bandName, facts: conditionFacts(features) };
  return explainDecision(decide(features, checkpoint), read, changesOf(features, checkpoint, risk), (other) => decide(other, checkpoint));
}

type Change = ChangeOf<Features>;

const acrs: readonly Acr[] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'];

/** Every change that is looked at: of one thing, to one of some values. Those of what no condition reads are left out. */
function changesOf(features: Features, checkpoint: CompiledCheckpoint, { bands }: RiskRules): readonly Change[] {
  const conditions = [
    ...checkpoint.reasons.map(({ condition }) => condition),
    ...riskBands.flatMap((band) => checkpoint.bands[band].responses.flatMap(({ when }) => when ?? [])),
  ];
  const reads = new Set(conditions.flatMap((condition) => condition.reads));
  const stepsFrom = spanSteps(conditions);
  const one = (fact: string, from: string, to: string, more: Partial<Features>, distance = 1): Change => (
    { fact, from, to, distance, features: { ...features, ...more } });
  const along = (fact: string, from: number, set: (span: number) => Partial<Features>): readonly Change[] => (
    !reads.has(fact) ? [] : stepsFrom(from).map(({ to, span, distance }) => one(fact, inWords(from), to, set(span), distance)));
  const turned = (fact: string, is: boolean, set: (other: boolean) => Partial<Features>): readonly Change[] => (
    reads.has(fact) ? [one(fact, String(is), String(!is), set(!is))] : []);
  const { device, authentication, session, account, email, contact, contactRemoved, recovered, factor, has } = features;
  return [
    ...proofsOf(features, checkpoint, one),
    ...(Object.keys(has) as (keyof typeof has)[]).filter((kind) => reads.has(`has.${kind}`))
      .map((kind) => one(`has.${kind}`, String(has[kind]), String(!has[kind]), { has: { ...has, [kind]: !has[kind] } })),
    ...riskChanges(features, checkpoint, bands, one),
    ...along('device.knownFor', device.knownFor, (knownFor) => ({ device: { ...device, knownFor } })),
    ...turned('device.managed', device.managed ?? false, (managed) => ({ device: { ...device, managed } })),
    ...along('authentication.age', authentication.age, (age) => ({ authentication: { ...authentication, age } })),
    ...(reads.has('authentication.acr') ? acrs.filter((acr) => acr !== authentication.acr)
      .map((acr) => one('authentication.acr', authentication.acr, acr, { authentication: { ...authentication, acr } })) : []),
    ...along('session.age', session.age, (age) => ({ session: { age } })),
    ...along('account.age', account.age, (age) => ({ account: { age } })),
    ...along('email.verifiedFor', email.verifiedFor, (verifiedFor) => ({ email: { verifiedFor }, has: { ...has, email: true } })),
    ...(contact ? [one('contact.changedAge', inWords(contact.changedAge), 'never', { contact: null })] : []),
    ...(contact ? along('contact.changedAge', contact.changedAge, (changedAge) => ({ contact: { changedAge } })) : []),
    ...(contactRemoved && reads.has('contact.removedAge') ? [one('contact.removedAge', inWords(contactRemoved.age), 'never', { contactRemoved: undefined })] : []),
    ...(contactRemoved ? along('contact.removedAge', contactRemoved.age, (age) => ({ contactRemoved: { age } })) : []),
    ...turned('recovery.isUnderWay', features.recovering ?? false, (recovering) => ({ recovering })),
    ...(recovered ? [one('recovered.age', inWords(recovered.age), 'never', { recovered: null })] : []),
    ...(recovered ? along('recovered.age', recovered.age, (age) => ({ recovered: { ...recovered, age, isOpen: false } })) : []),
    ...(recovered ? along('recovered.factorAge', recovered.factorAge, (factorAge) => ({ recovered: { ...recovered, factorAge, isOpen: false } })) : []),
    ...(factor ? along('factor.boundFor', factor.boundFor, (boundFor) => ({ factor: { ...factor, boundFor } })) : []),
    ...amountChanges(features, conditions, one),
    ...questionChanges(features, conditions, one),
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

/** Amounts are tried a hundredth beside what conditions name, too. */
const cent = 0.01;
const mostNamed = 12;

/** The numbers that conditions name which ask for a fact, each with its neighbours. */
function numbersBeside(conditions: readonly Condition[], fact: string, step: number): readonly number[] {
  const named = conditions.filter(({ reads }) => reads.includes(fact))
    .flatMap(({ source }) => [...source.matchAll(/(?<![\w".])\d{1,12}(?:\.\d{1,4})?\b/g)].map(([text]) => Number(text)));
  const beside = named.slice(0, mostNamed).flatMap((value) => [value - step, value, value + step]);
  return [...new Set(beside.map((value) => Math.round(value * 100) / 100))].filter((value) => value >= 0);
}

/** Nothing where the question names none. What was permitted before stays, whatever the amount is. */
function amountChanges({ amount }: Features, conditions: readonly Condition[], one: One): readonly Change[] {
  if (!amount) return [];
  const { value: now, today = now } = amount;
  // Too much to be added up: it stays so, whatever is asked for now.
  const before = today === null ? undefined : Math.round((today - now) * 100) / 100;
  return [
    ...numbersBeside(conditions, 'amount.value', cent).filter((value) => value !== now)
      .map((value) => one('amount.value', String(now), String(value), { amount: { ...amount, value, ...(before === undefined ? {} : { today: value + before }) } })),
    ...numbersBeside(conditions, 'amount.today', cent).filter((value) => value !== today && value >= now)
      .map((value) => one('amount.today', today === null ? 'not known' : String(today), String(value), { amount: { ...amount, today: value } }, 2)),
  ];
}

/** Of the question itself: another time, application or resource, as far as conditions name one. */
function questionChanges({ time, client, network, resource }: Features, conditions: readonly Condition[], one: One): readonly Change[] {
  const reads = new Set(conditions.flatMap((condition) => condition.reads));
  const named = (of: (condition: Condition) => boolean): readonly string[] => [...new Set(conditions.filter(of).slice(0, mostNamed)
    .flatMap(({ source }) => [...source.matchAll(/"([^"\\]{1,200})"|'([^'\\]{1,200})'/g)].map(([, double, single]) => double ?? single ?? '')))].slice(0, mostNamed);
  const said = (fact: string, from: string | undefined, set: (value: string) => Partial<Features>): readonly Change[] => (
    named(({ reads: asked }) => asked.includes(fact)).filter((value) => value !== from).map((value) => one(fact, from ?? 'not said', value, set(value))));
  const around = (fact: 'hour' | 'weekday', least: number, size: number): readonly Change[] => (!time || !reads.has(`time.${fact}`) ? []
    : Array.from({ length: size }, (_, at) => least + at).filter((value) => value !== time[fact]).map((value) => (
      one(`time.${fact}`, String(time[fact]), String(value), { time: { ...time, [fact]: value } }, Math.min(Math.abs(value - time[fact]), size - Math.abs(value - time[fact]))))));
  const properties = [...new Set(conditions.flatMap(({ entries }) => entries).map(([, key]) => key))].slice(0, mostNamed);
  return [
    ...around('hour', 0, 24), ...around('weekday', 1, 7),
    ...said('client.id', client?.id, (id) => ({ client: { id } })),
    ...said('network.kind', network?.kind, (kind) => ({ network: { kind: kind as NonNullable<typeof network>['kind'] } })),
    ...said('resource.type', resource?.type, (type) => ({ resource: { ...resource, type } })),
    ...said('resource.id', resource?.id, (id) => ({ resource: { ...resource, id } })),
    ...properties.flatMap((key) => {
      const asking = conditions.filter(({ entries }) => entries.some(([, each]) => each === key));
      const is = resource?.properties?.[key];
      return [...named((each) => asking.includes(each)), ...numbersBeside(asking, 'resource.properties', 1).map(String)].filter((value) => value !== is)
        .map((value) => one(`resource.properties.${key}`, is ?? 'not said', value, { resource: { ...resource, properties: { ...resource?.properties, [key]: value } } }));
    }),
  ];
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
