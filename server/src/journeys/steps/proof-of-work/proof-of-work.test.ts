import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { testBrowser, testJourneys } from '../../testing.ts';
import { proofOfWorkConfig } from './proof-of-work-config.ts';

/** Everybody who comes does a little work first; `recover` tells those who waited from those who did it. */
function change(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  const { 'sign-in': signIn, 'sign-up': signUp, recover } = content.journeys;
  const say = { step: 'message', with: { title: { en: 'waited' }, text: { en: 'waited' } }, exits: { read: recover!.start } };
  const work = (exits: Record<string, string>) => ({ step: 'proof-of-work', with: { tries: 100, wait: '20s' }, exits });
  return { ...content, journeys: {
    ...content.journeys,
    'sign-in': { ...signIn!, start: 'work', nodes: { ...signIn!.nodes, work: work({ done: signIn!.start }) } },
    'sign-up': { ...signUp!, start: 'work', nodes: {
      ...signUp!.nodes, work: { step: 'proof-of-work', with: { when: 'under-attack' }, exits: { done: signUp!.start } },
    } },
    'recover': { ...recover!, start: 'work', nodes: { ...recover!.nodes, work: work({ done: recover!.start, waited: 'say', back: 'say' }), say } },
  } };
}

const world = await testJourneys({ change });
type Work = ScreenOf<'proof-of-work'>;

async function came(purpose: 'sign-in' | 'recover') {
  const browser = testBrowser(world, 'customers');
  const run = await browser.start(purpose);
  const see = async () => (await browser.see(run)).screen;
  const work = async (): Promise<Work> => {
    const screen = await see();
    assert.equal(screen.step, 'proof-of-work');
    return screen as Work;
  };
  return { browser, run, see, work };
}

/** As a browser or an application would, from the screen's JSON alone. */
async function solve({ challenge }: Work) {
  const { counter, derivedKey } = await solveChallenge({ challenge, deriveKey }) ?? assert.fail('not solved');
  return { choice: 'continue', counter, derivedKey };
}

test('whoever has it solved goes on, and the same sum is not taken for another visit', async () => {
  const first = await came('sign-in');
  const screen = await first.work();
  assert.deepEqual([screen.wait, screen.ways], [20, []]);
  const solution = await solve(screen);
  const second = await came('sign-in');
  await second.browser.send(second.run, solution);
  assert.notDeepEqual((await second.work()).challenge, screen.challenge);
  await first.browser.send(first.run, { ...solution, counter: String(solution.counter) });
  assert.equal((await first.see()).step, 'identify');
});

test('what is wrong or made up solves nothing, and each answer brings another sum', async () => {
  const { browser, run, work } = await came('recover');
  const seen = new Set<string>();
  for (const wrong of [{ counter: 7 }, { derivedKey: 'ab'.repeat(32) }, { derivedKey: '' }, { counter: '' }]) {
    const screen = await work();
    seen.add(screen.challenge.parameters.nonce);
    await browser.send(run, { ...await solve(screen), ...wrong });
  }
  assert.equal(seen.size, 4);
  const { notice } = await browser.see(run);
  assert.deepEqual(notice, { code: 'work.not-yet', kind: 'information', values: { seconds: 20 } });
});

test('whoever can not have it solved waits, from when they came and no longer, and may be told apart', async () => {
  const { browser, run, see, work } = await came('recover');
  world.clock.advance(19_000);
  await browser.send(run, { choice: 'continue', counter: '', derivedKey: '' });
  assert.equal((await work()).wait, 1);
  world.clock.advance(1_000);
  await browser.send(run, { choice: 'continue', counter: '', derivedKey: '' });
  const screen = await see();
  assert.equal(screen.step === 'message' && screen.title, 'waited');
  const unmarked = await came('sign-in');
  world.clock.advance(20_000);
  await unmarked.browser.send(unmarked.run, { choice: 'continue' });
  assert.equal((await unmarked.see()).step, 'identify');
});

test('a solution that comes minutes later counts as having waited', async () => {
  const { browser, run, see, work } = await came('recover');
  const solution = await solve(await work());
  world.clock.advance(5 * 60_000 + 1);
  await browser.send(run, solution);
  assert.equal((await see()).step, 'message');
});

test('whoever does not want to wait goes back where the journey has a way for that', async () => {
  const { browser, run, see, work } = await came('recover');
  assert.deepEqual((await work()).ways, ['back']);
  await browser.send(run, { choice: 'back' });
  assert.equal((await see()).step, 'message');
});

test('where it is for attacks alone, nobody meets it at rest, and under attack those who come from there do', async () => {
  const who = (address: string) => testBrowser(world, 'customers', 'test browser', address);
  const stepOf = async (browser: ReturnType<typeof who>) => (await browser.see(await browser.start('sign-up'))).screen.step;
  assert.equal(await stepOf(who('203.0.113.8')), 'identify');
  for (let at = 0; at < 200; at += 1) {
    const about = { population: 'customers', account: `somebody ${at}` };
    world.brakes.tried({ ...about, address: `192.0.2.${at}`, password: `good ${at}`, right: true, marked: true });
    world.brakes.tried({ ...about, address: '203.0.113.8', password: `leaked ${at}`, right: false, marked: false });
  }
  await world.brakes.flush();
  world.clock.advance(60_000);
  assert.equal(await stepOf(who('203.0.113.8')), 'proof-of-work');
  assert.equal(await stepOf(who('192.0.2.7')), 'identify');
});

test('a policy bounds what it costs', () => {
  assert.deepEqual(proofOfWorkConfig.parse({}), { when: 'always', tries: 1_000, wait: '20s' });
  for (const bad of [{ when: 'never' }, { tries: 99 }, { tries: 10_001 }, { wait: '121s' }, { wait: '3m' }, { effort: 1 }]) {
    assert.equal(proofOfWorkConfig.safeParse(bad).success, false, JSON.stringify(bad));
  }
});
