import { rowOf } from '../alternate.ts';
import type { Benchmark, Row } from '../benchmark.ts';
import { callback } from '../load/application.ts';
import { fillStore } from '../processes/fill-store.ts';
import { median, percentile, spread } from '../statistics.ts';
import { onStage, ourApplication } from './stage.ts';

const atOnce = 32;
const perSecond = 500;
const most = 10;
const least = 0.15;
const application = { issuer: '', id: 'shop', secret: 'a secret of the shop that nobody guesses' };

/** An application that asks before it does something: the question at a checkpoint, with a full store behind it. */
export const decision: Benchmark = {
  name: 'decision',
  title: 'A decision at a checkpoint',
  what: 'checkpoint decision over HTTP, recorded',
  reference: 'bare Fastify, answering the same JSON',
  target: `≥ ${least} ×; 99th percentile ≤ ${most} ms at ${perSecond}/s`,
  how: 'An application asks `/access/v1/evaluation` whether people who signed in from a new device may change where they are paid '
    + `out, and is told what they have to show first, by the built-in policy, over ${atOnce} kept-alive connections; then ${perSecond} questions a second at even distances, whatever became `
    + 'of those before. Each answer has read the account, the credentials, the device and the risk of the session, and is on disk with all that it was '
    + 'made from, and its event, before it is given. The store holds that many principals, copies of one that signed up, each with an '
    + 'address, a known device, a risk profile, a sign-in and a decision. Times are taken in the load generator, which runs on the same cores.',
  run: (effort, say) => onStage('plain-answers.ts', effort, say, async (stage) => {
    const shop = await ourApplication(stage, 'customers', {
      grantTypes: ['authorization_code'], redirectUris: [callback], scopes: ['openid'],
    });
    const signedIn = await stage.generator.call<readonly { sid: string; principal: string }[]>('sessions', { application: shop, people: Math.min(effort.people, 100) });
    const sessions = signedIn.map(({ sid }) => sid);
    const prepare = (side: string, origin: string, pace: { atOnce: number } | { perSecond: number }) => (
      stage.generator.call('decisions', { side, origin, application: side === 'reference' ? application : shop, sessions, pace }));
    await prepare('ours', stage.limen.url, { atOnce });
    await prepare('arrivals', stage.limen.url, { perSecond });
    await prepare('reference', await stage.reference.call<string>('start'), { atOnce });
    const ours = stage.ours('ours', atOnce);
    // One decision of theirs, to copy.
    await ours.run({ seconds: 1, most: sessions.length });
    say(`filling the store with ${effort.principals.toLocaleString('en-GB')} principals`);
    await fillStore(await stage.limen.database(), 'customers', signedIn[0]!.principal, effort.principals);
    await ours.rest();
    const compared = await stage.play(ours, stage.theirs('reference', atOnce));
    if (!compared) return { rows: [], notes: [] };
    const arrivals = stage.ours('arrivals', 1);
    const [tails, all]: [number[], number[]] = [[], []];
    for (let round = 0; round < effort.rounds; round += 1) {
      const { latencies } = await arrivals.run(effort);
      await arrivals.rest();
      tails.push(percentile(latencies, 0.99));
      all.push(...latencies);
      say(`round ${round + 1} of ${effort.rounds} at ${perSecond}/s: ${ms(tails.at(-1)!)}`);
    }
    const stored = `${effort.principals.toLocaleString('en-GB')} principals`;
    return {
      rows: [rowOf(compared, { what: `${decision.what}, ${stored}`, least }), tailRow(tails, stored)],
      notes: [`At ${perSecond} questions a second the median was ${ms(percentile(all, 0.5))}, the longest took ${ms(Math.max(...all))}.`],
    };
  }),
};

function tailRow(tails: readonly number[], stored: string): Row {
  const [reached, across] = [median(tails), spread(tails)];
  return {
    what: `the same, 99th percentile at ${perSecond}/s, ${stored}`, ours: ms(reached), reference: '–', reached: ms(reached),
    target: `≤ ${most} ms`, met: reached <= most, spread: `${ms(across.least)} – ${ms(across.most)}`,
  };
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
