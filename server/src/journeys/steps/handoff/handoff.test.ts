import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { minute } from '../../../kernel/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from '../../testing.ts';

/** The built-in sign-up, which offers to go on at another device once an address was typed. */
function withHandoff(content: PolicyContent): PolicyContent {
  const { 'sign-up': signUp, ...others } = content.journeys;
  if (!signUp) return content;
  const { identify, ...nodes } = signUp.nodes;
  const on = identify!.exits['identified']!;
  const across = { step: 'handoff', with: {}, exits: { moved: on, stay: on } };
  return {
    ...content,
    journeys: {
      ...others,
      'sign-up': { ...signUp, nodes: { ...nodes, across, identify: { ...identify!, exits: { ...identify!.exits, identified: 'across' } } } },
    },
  };
}

const world = await testJourneys({ change: withHandoff });
const population = 'customers';
const { handoffs } = world.journeys;
const newBrowser = () => testBrowser(world, population);
type Browser = ReturnType<typeof newBrowser>;

async function offered(address: string, ask = { application: null as { id: string; name: string } | null }) {
  const browser = newBrowser();
  const run = await browser.start('sign-up', { ask });
  await browser.send(run, { choice: 'continue', identifier: address });
  return { browser, run };
}

async function codeOf(browser: Browser, run: string): Promise<string> {
  const { screen } = await browser.see(run);
  return screen.step === 'handoff' ? screen.code : assert.fail(`at ${screen.step}`);
}

/** Comes with a code; what it is refused by, or where it is led. */
async function come(browser: Browser, code: string): Promise<string> {
  const answer = await handoffs.claim({ population, code, browser: browser.context() });
  if (!('location' in answer)) return answer.code;
  Object.assign(browser.kept, answer.secrets);
  return answer.location;
}

const at = (browser: Browser, run: string) => ({ population, run: runOf(run), browser: browser.context() });

async function numberFor(browser: Browser, run: string): Promise<string> {
  const shown = await handoffs.show(at(browser, run));
  return 'screen' in shown && shown.screen.step === 'open-handoff' ? shown.screen.number : assert.fail('no number');
}

test('a run moves whole to the device that came with the code and showed the number', async () => {
  const { browser, run } = await offered('ada@example.org');
  const phone = newBrowser();
  assert.equal(await come(phone, ` ${(await codeOf(browser, run)).toLowerCase()} `), `/customers/handoff/${runOf(run)}`);
  const number = await numberFor(phone, run);
  await browser.send(run, { choice: 'continue' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'handoff' && screen.state, 'confirm');
  assert.equal(await handoffs.waitsFor(at(phone, run)), 'wait');
  await browser.send(run, { choice: 'continue', number });
  await assert.rejects(browser.see(run), { code: 'run.moved' });
  assert.equal(await handoffs.waitsFor(at(phone, run)), 'send');
  const on = await handoffs.go(at(phone, run));
  assert.deepEqual('location' in on && on.location, `/customers/run/${runOf(run)}`);
  assert.equal((await phone.see(run)).screen.step, 'email-code');
  await phone.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  await phone.send(run, { choice: 'continue', displayName: 'Ada' });
  assert.equal(await phone.send(run, { choice: 'skip' }), '/back');
  assert.ok(phone.kept.session !== undefined && browser.kept.session === undefined);
  const again = await handoffs.go(at(phone, run));
  assert.ok('location' in again, 'the page of the code leads on, however often it is sent');
});

test('the code alone is not enough: nothing moves before the first device says so, and three wrong numbers end it', async () => {
  const { browser, run } = await offered('bea@example.org');
  const stranger = newBrowser();
  const code = await codeOf(browser, run);
  await come(stranger, code);
  const number = await numberFor(stranger, run);
  await assert.rejects(stranger.see(run), { code: 'run.other_browser' });
  await browser.send(run, { choice: 'continue' });
  const wrong = number === '42' ? '43' : '42';
  for (let tries = 0; tries < 2; tries += 1) {
    await browser.send(run, { choice: 'continue', number: wrong });
    assert.equal((await browser.see(run)).notice?.code, 'handoff.wrong-number');
  }
  await browser.send(run, { choice: 'continue', number: wrong });
  assert.equal((await browser.see(run)).notice?.code, 'handoff.ended');
  assert.notEqual(await codeOf(browser, run), code);
  await assert.rejects(handoffs.show(at(stranger, run)), { code: 'run.unknown' });
});

test('of two that come with one code the second is refused, and a new code forgets both', async () => {
  const { browser, run } = await offered('cyn@example.org');
  const [first, second] = [newBrowser(), newBrowser()];
  const code = await codeOf(browser, run);
  await come(first, code);
  assert.equal(await come(second, code), 'handoff.taken');
  await browser.send(run, { choice: 'again' });
  await assert.rejects(handoffs.show(at(first, run)), { code: 'run.unknown' });
  assert.equal(await come(first, code), 'handoff.unknown');
});

test('a code lives five minutes and is nothing at another population', async () => {
  const { browser, run } = await offered('dee@example.org');
  const code = await codeOf(browser, run);
  const elsewhere = await handoffs.claim({ population: 'workforce', code, browser: newBrowser().context() });
  assert.equal('code' in elsewhere && elsewhere.code, 'handoff.unknown');
  world.clock.advance(5 * minute);
  assert.equal(await come(newBrowser(), code), 'handoff.unknown');
});

test('the device that shows the code and scans it itself is led back to where it is', async () => {
  const { browser, run } = await offered('eve@example.org');
  assert.equal(await come(browser, await codeOf(browser, run)), `/customers/run/${runOf(run)}`);
  assert.equal((await browser.see(run)).screen.step, 'handoff');
});

test('whoever stays goes on where they are, and the code is of no use then', async () => {
  const { browser, run } = await offered('fay@example.org');
  const phone = newBrowser();
  await come(phone, await codeOf(browser, run));
  await browser.send(run, { choice: 'stay' });
  assert.equal((await browser.see(run)).screen.step, 'email-code');
  const shown = await handoffs.go(at(phone, run));
  assert.ok('screen' in shown && shown.screen.step === 'open-handoff');
});

test('a run that an application waits for in this browser is offered no other device', async () => {
  const { browser, run } = await offered('gil@example.org', { application: { id: 'shop', name: 'Shop' } });
  assert.equal((await browser.see(run)).screen.step, 'email-code');
});
