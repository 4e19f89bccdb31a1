import { builtInPolicy } from '../../server/src/policy/testing.ts';
import { compileCheckpoint, decide, type Features } from '../../server/src/checkpoints/index.ts';
import {
  assess, bandOf, count, emptyProfile, emptyRates, frequencies, frequencyAt, historyBucketAt, historyBuckets, learn, modelOf, type RiskFacts, type Traits,
} from '../../server/src/risk/index.ts';
import { chanceOf, type Chance } from '../../demo/people/chance.ts';
import type { Benchmark } from '../benchmark.ts';
import { median, spread } from '../statistics.ts';

const most = 5;
const people = 500;
const logins = 30;
/** Done between two looks at the clock, which would cost as much as the work. */
const batch = 200;
const day = 24 * 3_600_000;

/** The judgement alone, without HTTP, database or record: what every checkpoint pays whatever stands around it. */
export const assessing: Benchmark = {
  name: 'assess',
  title: 'Assessing and deciding',
  what: '`assess` + `decide` alone, median',
  reference: 'none',
  target: `≤ ${most} µs`,
  how: `In one process: the risk of a sign-in from its facts, by all signals, against ${people} people's profiles of ${logins} logins and the rates of their `
    + 'population, then the decision of the built-in policy at `payout.change` with that risk. A sign-in in three is unlike its owner. '
    + `Timed over ${batch} at a time; the figure is the median of those.`,
  run: async (effort, say) => {
    const policy = await builtInPolicy('customer');
    const checkpoint = compileCheckpoint(policy.checkpoints!.actions['payout.change']!);
    const model = modelOf(policy.risk);
    const asked = questions(chanceOf('assess'));
    const judge = (facts: RiskFacts): number => {
      const { probability, sum, contributions, missing } = assess(facts, model);
      const risk = {
        probability, sum, contributions, missing, band: bandOf(probability, model.floors), model: model.version,
        history: historyBuckets[historyBucketAt(facts.profile.logins)]!, frequency: frequencies[frequencyAt(facts.profile)]!,
      };
      return decide({ ...calm, risk }, checkpoint).reasons.length;
    };
    const rounds: number[] = [];
    for (let round = 0; round <= effort.rounds; round += 1) {
      const times: number[] = [];
      const end = performance.now() + effort.seconds * 1_000;
      // `reasons` keeps the work from being left out.
      let reasons = 0;
      for (let at = 0; performance.now() < end && times.length < effort.most; at = (at + batch) % asked.length) {
        const from = performance.now();
        for (let each = 0; each < batch; each += 1) reasons += judge(asked[(at + each) % asked.length]!);
        times.push((performance.now() - from) * 1_000 / batch);
      }
      if (reasons === 0) throw new Error('no decision had a reason');
      if (round === 0) continue;
      rounds.push(median(times));
      say(`round ${round} of ${effort.rounds}: ${micro(rounds.at(-1)!)}`);
    }
    const across = spread(rounds);
    const reached = median(rounds);
    return {
      rows: [{
        what: assessing.what, ours: micro(reached), reference: '–', reached: micro(reached), target: `≤ ${most} µs`,
        met: reached <= most, spread: `${micro(across.least)} – ${micro(across.most)}`,
      }],
      notes: [],
    };
  },
};

/** What each of them shows at a sign-in, with all that is known of them and of everybody. */
function questions(chance: Chance): readonly RiskFacts[] {
  const [genuine, hostile] = [emptyRates(), emptyRates()];
  const today = 20_000;
  const known = Array.from({ length: people }, (_, person) => {
    const profile = emptyProfile();
    for (let login = 0; login < logins; login += 1) {
      const shown = traits(person, chance);
      learn(profile, shown, today - logins + login);
      count(genuine, shown);
    }
    count(hostile, traits(chance.whole(0, people), chance));
    return profile;
  });
  return known.map((profile, person): RiskFacts => ({
    traits: traits(chance.happens(1 / 3) ? chance.whole(0, people) : person, chance), day: today, profile, genuine, hostile, attackShare: 0.1,
    networkKind: 'usual', markAge: 30, failures: { account: 1, address: 2, accountsOfAddress: 1 }, passwordBreached: false,
    passwordPopularity: 0, contactChanged: null, credentialChanged: null, recovering: false,
  }));
}

function traits(person: number, chance: Chance): Traits {
  const address = chance.whole(0, 3);
  const version = chance.whole(0, 2);
  return {
    network: [`address ${person}/${address}`, `prefix ${person}`, `AS${person % 40}`, `country ${person % 9}`],
    client: [`agent ${person % 7}/${version}`, `browser ${person % 7}`, `system ${person % 5}`, `device ${person % 3}`],
    hour: chance.whole(7, 22), marked: true,
  };
}

const calm: Features = {
  device: { knownFor: 0 }, authentication: { age: 60_000, acr: 'urn:limen:acr:basic' }, session: { age: 60_000 }, account: { age: 100 * day },
  recovered: null, has: { passkey: true, totp: false, password: true, email: true }, email: { verifiedFor: 90 * day }, contact: null,
  risk: null, proved: { strongAge: null, emailCodeAge: null }, challenge: null, pending: null,
};

const micro = (value: number): string => `${value.toFixed(1)} µs`;
