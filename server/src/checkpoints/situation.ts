import type { Situation } from '../../../contract/admin/what-if.ts';
import type { RiskRules } from '../../../contract/policy/index.ts';
import { day, hour, minute, second } from '../kernel/index.ts';
import { reassess, usualRules } from '../risk/index.ts';
import type { Features } from './features.ts';
import { riskIn } from './what-if.ts';

/** Somebody at home: a browser known for a month, everything fresh, an old address, and nothing that stands out. */
const atHome: Features = {
  device: { knownFor: 30 * day }, authentication: { age: minute, acr: 'urn:limen:acr:basic' }, session: { age: hour },
  account: { age: 100 * day }, recovered: null, has: { passkey: false, totp: false, password: true, email: true },
  email: { verifiedFor: 90 * day }, contact: null, risk: null, proved: { strongAge: null, emailCodeAge: null, passkeyAge: null },
  challenge: null, pending: null,
};

/** A made-up situation as the features that a decision is made from; what it doesn't name is as in `base`. */
export function featuresOf(situation: Situation, rules: RiskRules = usualRules, base?: Features): Features {
  const before = base ?? { ...atHome, risk: riskIn('low', rules.bands) };
  const { shown = [], recovered = before.recovered, has = {}, contactChangedAge } = situation;
  return {
    ...before,
    device: { knownFor: situation.deviceKnownFor ?? before.device.knownFor },
    authentication: { age: situation.authenticationAge ?? before.authentication.age, acr: situation.acr ?? before.authentication.acr },
    session: { age: situation.sessionAge ?? before.session.age },
    account: { age: situation.accountAge ?? before.account.age },
    // An account without a factor since it was given back is open; the situation says so by a factor of no age.
    recovered: recovered && { ...recovered, isOpen: recovered.factorAge === 0 && recovered.age < 3 * day },
    has: { ...before.has, ...definedOf(has) },
    ...(situation.factorBoundFor === undefined ? {} : { factor: { boundFor: situation.factorBoundFor, boundWith: 'less' as const } }),
    email: { verifiedFor: situation.emailVerifiedFor ?? before.email.verifiedFor },
    contact: contactChangedAge === undefined ? before.contact : contactChangedAge === null ? null : { changedAge: contactChangedAge },
    risk: riskOf(situation.risk, rules, before),
    ...(situation.explored === undefined ? {} : { explored: situation.explored ? true : undefined }),
    ...(shown.length === 0 ? {} : {
      challenge: before.challenge ?? { age: second },
      proved: {
        strongAge: shown.includes('passkey') || shown.includes('totp') ? 0 : before.proved.strongAge,
        passkeyAge: shown.includes('passkey') ? 0 : before.proved.passkeyAge ?? null,
        emailCodeAge: shown.includes('email-code') ? 0 : before.proved.emailCodeAge,
      },
    }),
    ...(situation.amount === undefined ? {} : { amount: situation.amount }),
  };
}

function riskOf(asked: Situation['risk'], rules: RiskRules, before: Features): Features['risk'] {
  if (asked === undefined) return before.risk;
  if (asked === null) return null;
  if ('band' in asked) return riskIn(asked.band, rules.bands);
  const contributions = Object.entries(asked.signals).map(([signal, ratio]) => ({ signal, ratio }));
  return reassess({ ...riskIn('low', rules.bands), contributions, missing: [] }, rules);
}

const definedOf = <T extends object>(some: T): { [K in keyof T]?: Exclude<T[K], undefined> } => (
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as never);
