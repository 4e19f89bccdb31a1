import type { Machine } from '../../../contract/admin/what-if.ts';
import { placeKinds } from '../../../contract/policy/index.ts';
import { day } from '../kernel/index.ts';
import type { Condition } from '../rules/index.ts';
import type { CompiledCheckpoint } from './compile-checkpoint.ts';
import { decideToken, type TokenDecision } from './decide-token.ts';
import { explainDecision, inWords, listInWords, short, spanSteps, type Change as ChangeOf, type Explained } from './explain.ts';
import { tokenConditionFacts, type TokenFeatures } from './token-features.ts';

/** A job that has run for a month, with nothing that stands out. */
const atWork: TokenFeatures = {
  client: { id: 'some-job', age: 30 * day, authentication: 'secret', credentialAge: 30 * day, kind: 'service' },
  token: { resource: '', scopes: [], bound: false }, network: { kind: 'usual', place: 'made up', isNew: false }, time: { hour: 12, weekday: 3 },
};

/** A made-up machine as the features that a decision is made from; what it doesn't name is as in `base`. */
export function machineFeatures(machine: Machine, base: TokenFeatures = atWork): TokenFeatures {
  const { client, token, network, time, review } = base;
  return {
    client: {
      // Of a recorded decision, what no condition asked for then is not in it.
      id: machine.client ?? client.id, kind: machine.kind ?? client.kind ?? 'service', age: machine.age ?? client.age,
      authentication: machine.authentication ?? client.authentication, ...ageOf(machine.credentialAge, client.credentialAge),
    },
    token: { resource: machine.resource ?? token.resource, scopes: machine.scopes ?? token.scopes, bound: machine.bound ?? token.bound },
    network: { kind: machine.network ?? network.kind, place: network.place, isNew: machine.networkIsNew ?? network.isNew ?? false },
    time: { hour: machine.hour ?? time.hour, weekday: machine.weekday ?? time.weekday },
    ...reviewOf(machine.review, review),
  };
}

/** Absent where nobody knows it. */
function ageOf(asked: Machine['credentialAge'], before: number | undefined): Pick<TokenFeatures['client'], 'credentialAge'> {
  const credentialAge = asked === undefined ? before : asked ?? undefined;
  return credentialAge === undefined ? {} : { credentialAge };
}

function reviewOf(asked: Machine['review'], before: TokenFeatures['review']): Pick<TokenFeatures, 'review'> {
  if (asked === undefined) return before ? { review: before } : {};
  return asked === null ? {} : { review: { state: asked, dueIn: day } };
}

/** Answers a made-up machine and says why, from the features and the checkpoint alone. */
export function explainToken(features: TokenFeatures, checkpoint: CompiledCheckpoint): Explained<TokenDecision> {
  // Machines have no risk, so that every band has the same responses.
  const band = { ...checkpoint.bands.low, always: false };
  const read = { reasons: checkpoint.reasons, band, bandName: 'low', facts: tokenConditionFacts(features) };
  return explainDecision(decideToken(features, checkpoint), read, changesOf(features, checkpoint), (other) => decideToken(other, checkpoint));
}

type Change = ChangeOf<TokenFeatures>;
type One = (fact: string, from: string, to: string, more: Partial<TokenFeatures>, distance?: number) => Change;

/** Every change that is looked at: of one thing, to one of some values. Those of what no condition reads are left out. */
function changesOf(features: TokenFeatures, checkpoint: CompiledCheckpoint): readonly Change[] {
  const { reads } = checkpoint;
  const { client, token, network } = features;
  const { responses } = checkpoint.bands.low;
  const conditions = [...checkpoint.reasons.map(({ condition }) => condition), ...responses.flatMap(({ when }) => when ?? [])];
  const stepsFrom = spanSteps(conditions);
  const one: One = (fact, from, to, more, distance = 1) => ({ fact, from, to, distance, features: { ...features, ...more } });
  const along = (fact: string, from: number | undefined, set: (span: number) => Partial<TokenFeatures>): readonly Change[] => (
    !reads.has(fact) ? [] : stepsFrom(from ?? 0).map(({ to, span, distance }) => one(fact, from === undefined ? 'not known' : inWords(from), to, set(span), distance)));
  const other = <T extends string>(fact: string, from: T, all: readonly T[], set: (to: T) => Partial<TokenFeatures>): readonly Change[] => (
    !reads.has(fact) ? [] : all.filter((each) => each !== from).map((to) => one(fact, from, to, set(to))));
  const flip = (fact: string, from: boolean, more: Partial<TokenFeatures>): readonly Change[] => (reads.has(fact) ? [one(fact, String(from), String(!from), more)] : []);
  return [
    ...verdicts(features, responses.some(({ response }) => response.respond === 'review'), one),
    ...flip('token.bound', token.bound, { token: { ...token, bound: !token.bound } }),
    ...other('client.authentication', client.authentication, ['secret', 'key'], (authentication) => ({ client: { ...client, authentication } })),
    ...along('client.credentialAge', client.credentialAge, (credentialAge) => ({ client: { ...client, credentialAge } })),
    ...along('client.age', client.age, (age) => ({ client: { ...client, age } })),
    ...other('client.kind', client.kind ?? 'service', ['service', 'agent'], (kind) => ({ client: { ...client, kind } })),
    ...flip('network.isNew', network.isNew === true, { network: { ...network, isNew: network.isNew !== true } }),
    ...other('network.kind', network.kind, placeKinds, (kind) => ({ network: { ...network, kind } })),
    ...namedChanges(features, conditions, one),
    ...timeChanges(features, reads, one),
  ];
}

/** What somebody who looks at it says. */
function verdicts({ review }: TokenFeatures, isAsked: boolean, one: One): readonly Change[] {
  if (!isAsked) return [];
  return (['approved', 'refused'] as const).filter((state) => state !== review?.state)
    .map((state) => one('the review', review?.state ?? 'not begun', state, { review: { state, dueIn: day } }));
}

/** As many texts of conditions as are tried. */
const mostNamed = 12;

/** Scopes with one more or one less, and the APIs and machines that conditions name. */
function namedChanges({ client, token }: TokenFeatures, conditions: readonly Condition[], one: One): readonly Change[] {
  const named = (fact: string): readonly string[] => [...new Set(conditions.filter(({ reads }) => reads.includes(fact))
    .flatMap(({ source }) => [...source.matchAll(/"([^"]{1,200})"|'([^']{1,200})'/g)].map(([, double, single]) => (double ?? single)!)))].slice(0, mostNamed);
  const isAddress = (text: string): boolean => text.includes('://');
  const readsOf = (fact: string): boolean => conditions.some(({ reads }) => reads.includes(fact));
  const scopes = (all: readonly string[]): Change => one('token.scopes', listInWords(token.scopes), listInWords(all), { token: { ...token, scopes: all } });
  const resources = ['', ...named('token.resource').filter(isAddress)].filter((each) => each !== token.resource);
  // Another machine altogether is further than anything that this one could do.
  const clients = ['some-other-machine', ...named('client.id').filter((each) => !isAddress(each))].filter((each) => each !== client.id);
  return [
    ...(readsOf('token.scopes') ? token.scopes.slice(0, mostNamed).map((gone) => scopes(token.scopes.filter((each) => each !== gone))) : []),
    ...named('token.scopes').filter((each) => !isAddress(each) && !token.scopes.includes(each)).map((more) => scopes([...token.scopes, more])),
    ...(readsOf('token.resource') ? resources.map((to) => one('token.resource', short(token.resource || 'none'), short(to || 'none'), { token: { ...token, resource: to } }, 2)) : []),
    ...(readsOf('client.id') ? clients.map((to) => one('client.id', short(client.id), short(to), { client: { ...client, id: to } }, 4)) : []),
  ];
}

/** Other hours of the day and days of the week, the nearest first. */
function timeChanges({ time }: TokenFeatures, reads: CompiledCheckpoint['reads'], one: One): readonly Change[] {
  const apart = (from: number, to: number, round: number): number => Math.min(Math.abs(to - from), round - Math.abs(to - from));
  const others = (fact: 'hour' | 'weekday', from: number, all: readonly number[], farther: number): readonly Change[] => (
    !reads.has(`time.${fact}`) ? [] : all.filter((each) => each !== from).map((to) => (
      one(`time.${fact}`, String(from), String(to), { time: { ...time, [fact]: to } }, farther + apart(from, to, all.length)))));
  return [
    ...others('hour', time.hour, Array.from({ length: 24 }, (_, hour) => hour), 0),
    ...others('weekday', time.weekday, Array.from({ length: 7 }, (_, index) => index + 1), 1),
  ];
}
