/** What a scenario of a decision is made from: a usual evening of somebody well known, and what is different of it. */
import { checkpoint, type Checkpoint } from '../../../contract/policy/index.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import {
  allSignals, assess, bandOf, count, emptyProfile, emptyRates, frequencies, frequencyAt, historyBucketAt, historyBuckets, learn, trustAtOnce, uncalibrated, usualRules,
  type Profile, type RiskFacts, type RiskFound, type Traits,
} from '../risk/index.ts';
import { ownSince } from '../sessions/read.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide, type Decision } from './decide.ts';
import type { Features } from './features.ts';

/** What is different of a usual evening: what the sign-in showed, and what is known of person and session. */
export interface Situation {
  /** Sign-ins before, oldest first, that showed the same in the same browser, and were learnt by the rules. */
  readonly before?: readonly Earlier[];
  /** Undefined: nothing stands out. Null: the risk is not known. */
  readonly risk?: (Partial<RiskFacts> & { readonly shown?: Partial<Traits> }) | null;
  readonly person?: { readonly [K in keyof Features]?: Features[K] extends boolean | undefined ? Features[K] : Partial<Features[K]> | null };
}

export interface Earlier {
  readonly daysAgo: number;
  /** By a step-up, or more than a password at the sign-in itself. */
  readonly confirmed?: true;
  /** The owner has said that it was somebody else. */
  readonly reported?: true;
}

export interface Scenario {
  readonly story: string;
  readonly policy: 'customer' | 'workforce' | 'small';
  readonly action: string;
  readonly given: Situation;
  /** The band, and what stands out. */
  readonly risk: string;
  /** The answer, and beside it what lifts it or how long it takes; then the reasons. */
  readonly answer: string;
}

const today = 20_000;
const usual: Traits = {
  network: ['a1', 'p1', 'AS1', 'NO'], client: ['chrome 120', 'chrome|android', 'android|mobile', 'mobile'], hour: 19, marked: true,
};

/** Came twenty times from home with the same phone, in the evening. */
function settled(): Profile {
  const profile = emptyProfile();
  for (let login = 0; login < 20; login += 1) learn(profile, { ...usual, hour: 18 + login % 3 }, today - 100 + login * 5);
  return profile;
}

const genuine = emptyRates();
for (let each = 0; each < 400; each += 1) {
  const asn = `AS${each % 4}`;
  count(genuine, {
    network: [`a${each}`, `p${asn}${each % 20}`, asn, each % 50 === 0 ? 'SE' : 'NO'],
    client: each % 3 === 0 ? usual.client : ['safari 17', 'safari|ios', 'ios|mobile', 'mobile'], hour: each % 24,
  });
}
const hostile = emptyRates();
for (let each = 0; each < 200; each += 1) {
  count(hostile, { network: [`h${each}`, `hp${each}`, 'AS99', 'US'], client: ['curl', 'curl|linux', 'linux|desktop', 'desktop'], hour: each % 24 });
}

const at = (daysAgo: number): Date => new Date((today - daysAgo) * day);

function factsOf({ shown, ...changed }: NonNullable<Situation['risk']>): RiskFacts {
  return {
    traits: { ...usual, ...shown }, day: today, profile: settled(), genuine, hostile, attackShare: 0.1, markAge: 60,
    networkKind: 'usual', travelSpeed: 10, failures: { account: 0, address: 0, accountsOfAddress: 1 },
    passwordBreached: false, passwordPopularity: 0, contactChanged: null, credentialChanged: null, recovering: false, recovered: null, ...changed,
  };
}

// Without the fitted calibration, so that a new one moves no scenario.
const model = { signals: allSignals, calibration: uncalibrated, prior: usualRules.impostors };

/** Since when the browser was the person's own on a day, after the sign-ins until then. */
function ownBrowserSince(before: readonly Earlier[], daysAgo: number): Date | undefined {
  const seen = before.filter((each) => !each.reported && each.daysAgo > daysAgo);
  const confirmed = seen.find((each) => each.confirmed);
  return seen[0] && ownSince({ firstSeenAt: at(seen[0].daysAgo), confirmedAt: confirmed ? at(confirmed.daysAgo) : null }, at(daysAgo));
}

/** The same facts, after what the sign-ins before have taught. */
function factsAfter(facts: RiskFacts, before: readonly Earlier[]): RiskFacts {
  const { profile } = facts;
  const on = (daysAgo: number): RiskFacts => {
    const since = ownBrowserSince(before, daysAgo);
    return {
      ...facts, day: today - daysAgo, traits: { ...facts.traits, marked: since !== undefined },
      markAge: since && (at(daysAgo).getTime() - since.getTime()) / day,
    };
  };
  for (const { daysAgo, confirmed = false, reported } of before) {
    const then = on(daysAgo);
    if (reported) continue;
    // What nobody has objected to for a week is learnt whole.
    learn(profile, then.traits, then.day, daysAgo >= 7 ? 1 : trustAtOnce({ confirmed }));
  }
  return on(0);
}

function riskOf(risk: NonNullable<Situation['risk']>, before: readonly Earlier[] | undefined): RiskFound {
  const usually = factsOf(risk);
  const facts = before ? factsAfter(usually, before) : usually;
  const found = assess(facts, model);
  return {
    ...found, band: bandOf(found.probability, usualRules.bands), history: historyBuckets[historyBucketAt(facts.profile.logins)]!,
    frequency: frequencies[frequencyAt(facts.profile)]!, model: 'scenarios',
  };
}

/** Somebody at home: a known browser, everything fresh, an old address, a passkey. */
const calm: Features = {
  device: { knownFor: 30 * day, managed: false }, recovering: false, authentication: { age: minute, acr: 'urn:limen:acr:basic' },
  session: { age: hour }, account: { age: 400 * day }, recovered: null,
  has: { passkey: true, totp: false, password: true, email: true }, email: { verifiedFor: 300 * day }, contact: null,
  risk: null, proved: { strongAge: null, emailCodeAge: null, passkeyAge: null }, challenge: null, pending: null,
};

function featuresOf({ risk = {}, person = {}, before }: Situation): Features {
  const since = before && ownBrowserSince(before, 0);
  const start: Features = {
    ...calm, risk: risk === null ? null : riskOf(risk, before),
    ...(before ? { device: { ...calm.device, knownFor: since ? at(0).getTime() - since.getTime() : 0 } } : {}),
  };
  return Object.entries(person).reduce((all, [name, changed]) => {
    const usually = all[name as keyof Features];
    const isPart = typeof usually === 'object' && usually !== null && typeof changed === 'object' && changed !== null;
    return { ...all, [name]: isPart ? { ...usually, ...changed } : changed };
  }, start);
}

const [customer, workforce] = await Promise.all([builtInPolicy('customer'), builtInPolicy('workforce')]);

export const scenarioPolicies: Readonly<Record<'customer' | 'workforce', Readonly<Record<string, Checkpoint>>>> = {
  customer: customer.checkpoints!.actions, workforce: workforce.checkpoints!.actions,
};

const base = { about: 'Something', valueAtRisk: 'elevated', frictionTolerance: 'medium', reasons: { always: 'true' } };
/** Policies that say what no built-in one does. */
export const smallPolicies: Readonly<Record<string, Checkpoint>> = Object.fromEntries(Object.entries({
  'told': { ...base, responses: [{ respond: 'notify' }] },
  'waits': { ...base, responses: [{ respond: 'delay', for: '24h' }] },
  'looked-at': { ...base, responses: [{ respond: 'review', within: '24h' }] },
  'closed': { ...base, responses: [{ respond: 'deny' }] },
  'by-risk': { ...base, reasons: {}, looksTwiceFrom: 'medium', responses: [{ respond: 'notify' }], bands: {
    high: [{ respond: 'challenge', with: 'passkey-or-totp', within: '5m' }], critical: [{ respond: 'deny' }] } },
  'fails': { ...base, reasons: { odd: 'int(authentication.acr) > 1' },
    responses: [{ respond: 'deny', when: 'int(authentication.acr) > 1' }, { respond: 'notify' }] },
  'nobody-fits': { ...base, responses: [{ respond: 'delay', for: '1h', when: 'false' }] },
  'high-value': { ...base, valueAtRisk: 'high', reasons: {}, responses: [{ respond: 'notify' }] },
  'by-chance': { ...base, reasons: { likely: 'risk.probability > 0.0001' }, responses: [{ respond: 'challenge', with: 'email-code', within: '10m' }] },
}).map(([name, each]) => [name, checkpoint.parse(each)]));

export interface Outcome { readonly risk: string; readonly answer: string }

/** What the policy answers in a situation, as the table has it. */
export function outcomeOf({ policy, action, given }: Pick<Scenario, 'policy' | 'action' | 'given'>): Outcome & { readonly decision: Decision; readonly features: Features } {
  const found = policy === 'small' ? smallPolicies[action] : scenarioPolicies[policy][action];
  if (!found) throw new Error(`${policy} has no action ${action}`);
  const features = featuresOf(given);
  const decision = decide(features, compileCheckpoint(found));
  return { decision, features, risk: riskInWords(features.risk), answer: answerInWords(decision) };
}

function riskInWords(risk: RiskFound | null): string {
  if (risk === null) return 'not known';
  const reasons = risk.contributions.flatMap(({ reason }) => reason ?? []);
  return reasons.length === 0 ? risk.band : `${risk.band}: ${reasons.join(' ')}`;
}

function answerInWords({ response, reasons, lift, delay, review }: Decision): string {
  const strongest = lift?.acrValues.map((acr) => acr.split(':').at(-1)).join('|');
  const beside = lift ? ` ${strongest} ${lift.maxAge}s` : delay !== undefined ? ` ${delay / hour}h` : review !== undefined ? ` ${review / hour}h` : '';
  return reasons.length === 0 ? `${response}${beside}` : `${response}${beside}: ${reasons.join(' ')}`;
}
