import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RiskReason } from '../../../contract/risk.ts';
import { riskReasons } from '../../../contract/risk.ts';
import { assess } from './assess.ts';
import { uncalibrated } from './calibration.ts';
import type { RiskFacts } from './facts.ts';
import { emptyProfile, learn, type Profile } from './profile.ts';
import { count, emptyRates } from './rates.ts';
import { allSignals } from './signals/index.ts';
import type { Traits } from './traits.ts';

const today = 20_000;
const home = ['a1', 'p1', 'AS1', 'NO'];
const phone = ['chrome 120', 'chrome|android', 'android|mobile', 'mobile'];
const usual: Traits = { network: home, client: phone, hour: 19, marked: true };

/** Somebody who came twenty times from home with the same phone, in the evening. */
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
    client: each % 3 === 0 ? phone : ['safari 17', 'safari|ios', 'ios|mobile', 'mobile'], hour: each % 24,
  });
}
const hostile = emptyRates();
for (let each = 0; each < 200; each += 1) {
  count(hostile, { network: [`h${each}`, `hp${each}`, 'AS99', 'US'], client: ['curl', 'curl|linux', 'linux|desktop', 'desktop'], hour: each % 24 });
}

function facts(changed: Partial<RiskFacts> = {}, traits: Partial<Traits> = {}): RiskFacts {
  return {
    traits: { ...usual, ...traits }, day: today, profile: settled(), genuine, hostile, attackShare: 0.1, markAge: 60,
    networkKind: 'usual', travelSpeed: 10, failures: { account: 0, address: 0, accountsOfAddress: 1 },
    passwordBreached: false, passwordPopularity: 0, contactChanged: null, credentialChanged: null, recovering: false,
    ...changed,
  };
}

const model = { signals: allSignals, calibration: uncalibrated, prior: 0.01 };
const of = (changed?: Partial<RiskFacts>, traits?: Partial<Traits>) => assess(facts(changed, traits), model);
const reasonsOf = (...of_: Parameters<typeof of>) => of(...of_).contributions.flatMap(({ reason }) => reason ?? []);

const abroad = ['x1', 'xp', 'AS77', 'US'];

/** What is changed of a usual evening at home, which reasons are told, and within what the probability lies. */
const scenarios: readonly (readonly [string, Parameters<typeof of>, readonly RiskReason[], number, number])[] = [
  ['a usual evening', [], [], 0, 0.001],
  ['a new address at home', [{}, { network: ['a9', 'p1', 'AS1', 'NO'] }], ['address-new'], 0, 0.001],
  ['another network in the country', [{}, { network: ['b1', 'bp', 'AS2', 'NO'] }], ['network-new'], 0, 0.02],
  ['another country, with the own phone', [{}, { network: abroad }], ['country-new'], 0, 0.15],
  ['a new phone of the same kind at home', [{}, { marked: false }], ['device-new'], 0, 0.02],
  ['a new computer at home', [{}, { marked: false, client: ['ff 1', 'firefox|windows', 'windows|desktop', 'desktop'] }], ['device-new', 'system-new'], 0.001, 0.3],
  ['a new browser on the own phone', [{}, { marked: false, client: ['ff 1', 'firefox|android', 'android|mobile', 'mobile'] }], ['device-new', 'browser-new'], 0, 0.1],
  ['everything new, from abroad', [{}, { network: abroad, marked: false, client: ['curl', 'curl|linux', 'linux|desktop', 'desktop'] }], ['device-new', 'country-new', 'system-new'], 0.8, 1],
  ['everything new, with the own passkey', [{ boundKey: true }, { network: abroad, marked: false, client: ['curl', 'curl|linux', 'linux|desktop', 'desktop'] }], ['country-new', 'system-new'], 0, 0.7],
  ['in the middle of the day', [{}, { hour: 7 }], ['hour-unusual'], 0, 0.001],
  ['from a data centre', [{ networkKind: 'hosting' }, { network: ['x', 'y', 'AS50', 'NO'] }], ['network-new', 'network-hosting'], 0, 0.1],
  ['from a relay', [{ networkKind: 'relay' }, { network: ['x', 'y', 'AS50', 'NO'] }], ['network-new', 'network-relay'], 0, 0.1],
  ['from home, which is behind a relay', [{ networkKind: 'relay' }], [], 0, 0.001],
  ['farther than a flight', [{ travelSpeed: 3_000 }, { network: abroad }], ['country-new', 'travel-impossible'], 0, 0.6],
  ['farther than a flight, behind a relay', [{ travelSpeed: null }, { network: abroad }], ['country-new'], 0, 0.15],
  ['an owner who mistyped twice', [{ failures: { account: 2, address: 2, accountsOfAddress: 1 } }], [], 0, 0.001],
  ['after forty guesses', [{ failures: { account: 40, address: 0, accountsOfAddress: 1 } }], ['account-guessed'], 0, 0.01],
  ['from an address that tries a list', [{ failures: { account: 0, address: 500, accountsOfAddress: 400 } }], ['address-tries-many'], 0, 0.05],
  ['a breached password', [{ passwordBreached: true }], ['password-breached'], 0, 0.01],
  ['a sprayed password', [{ passwordPopularity: 0.02 }], ['password-sprayed'], 0, 0.01],
  ['a day after the address changed', [{ contactChanged: 24 }], ['contact-changed'], 0, 0.01],
  ['an hour after a credential changed', [{ credentialChanged: 1 }], ['credential-changed'], 0, 0.01],
  ['during a recovery', [{ recovering: true }], ['recovery-under-way'], 0, 0.01],
  ['a day after a recovery', [{ recovered: 24 }], ['recovered-lately'], 0, 0.01],
  ['a stolen password used from the same network by a copied browser', [{ passwordBreached: true }, { marked: false, network: ['a9', 'p7', 'AS1', 'NO'] }], ['device-new', 'address-new', 'password-breached'], 0.3, 0.95],
];

for (const [what, changed, reasons, least, most] of scenarios) {
  test(`${what}: ${reasons.join(', ') || 'nothing stands out'}`, () => {
    const { probability } = of(...changed);
    assert.deepEqual(reasonsOf(...changed), reasons);
    assert.ok(probability >= least && probability <= most, String(probability));
  });
}

test('what is trusted little, or was seen once and long ago, is still new', () => {
  for (const [trust, day] of [[0.3, today - 1], [1, today - 170]] as const) {
    const profile = settled();
    learn(profile, { ...usual, network: abroad }, day, trust);
    const { contributions } = assess(facts({ profile, networkKind: 'hosting' }, { network: abroad }), model);
    const reasons = contributions.flatMap(({ reason }) => reason ?? []);
    assert.deepEqual(reasons, ['country-new', 'network-hosting']);
  }
});

test('every reason of the contract is given by some scenario', () => {
  assert.deepEqual(new Set(scenarios.flatMap(([, , reasons]) => reasons)), new Set(Object.keys(riskReasons)));
});

test('what is not known is told as missing, and an answer comes all the same', () => {
  const { probability, missing, contributions } = assess({
    traits: { hour: 3 }, day: today, profile: emptyProfile(), genuine: emptyRates(), hostile: emptyRates(), attackShare: 0,
  }, model);
  assert.deepEqual(missing, allSignals.map(({ name }) => name));
  assert.deepEqual(contributions, []);
  assert.equal(probability.toFixed(6), '0.010000');
});

test('no signal says more than its bound, whatever comes', () => {
  const wild = of({
    failures: { account: 1e9, address: 1e9, accountsOfAddress: 1e9 }, passwordPopularity: 1, travelSpeed: 1e12, contactChanged: -5, recovering: true,
    attackShare: 7,
  }, { network: ['', '', '', ''], client: ['', '', '', ''], hour: 23 });
  for (const { signal, ratio } of wild.contributions) {
    const { least, most } = allSignals.find(({ name }) => name === signal)!;
    assert.ok(ratio >= least && ratio <= most, signal);
  }
  assert.ok(wild.probability > 0 && wild.probability < 1);
});

test('the sum is the prior and the contributions, and nothing else', () => {
  const { sum, contributions } = of({}, { marked: false });
  assert.ok(Math.abs(sum - Math.log(0.01 / 0.99) - contributions.reduce((all, { ratio }) => all + ratio, 0)) < 1e-12);
});
