import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { minute } from '../../../kernel/index.ts';
import { runOf, testBrowser, testJourneys } from '../../testing.ts';

/** The built-in journeys with a link in place of each code by mail. */
const withLinks = (content: PolicyContent): PolicyContent => JSON.parse(
  JSON.stringify(content).replaceAll('"step":"email-code"', '"step":"email-link"')) as PolicyContent;
const world = await testJourneys({ change: withLinks });
const population = 'customers';
const { links } = world.journeys;

const newBrowser = () => testBrowser(world, population);
type Browser = ReturnType<typeof newBrowser>;

function lastToken(to: string): string {
  const message = world.mails.findLast((mail) => mail.to === to && mail.message.kind === 'link')?.message;
  return message?.kind === 'link' ? message.link.split('/link/')[1]! : assert.fail(`no link was sent to ${to}`);
}

const opened = (browser: Browser, token: string) => ({ population, token, browser: browser.context() });
const next = async (browser: Browser, run: string) => world.journeys.waitsFor({
  population, run: runOf(run), browser: browser.context(), at: Number((await browser.see(run)).screenToken.split('.')[0]),
});
const numberOf = async (browser: Browser, run: string): Promise<string> => {
  const { screen } = await browser.see(run);
  return screen.step === 'email-link' ? screen.number : assert.fail(`at ${screen.step}`);
};

async function stateShown(answer: ReturnType<typeof links.confirm>): Promise<string> {
  const given = await answer;
  if ('location' in given) return given.location;
  const { screen, notice } = given.frame;
  return screen.step === 'open-link' ? [screen.state, notice?.code].filter(Boolean).join(' ') : screen.step;
}

/** Begins a run and has the link sent. */
async function asked(purpose: 'sign-up' | 'sign-in', address: string) {
  const browser = newBrowser();
  const run = await browser.start(purpose);
  await browser.send(run, { choice: 'continue', identifier: address });
  return { browser, run };
}

async function signUp(address: string) {
  const { browser, run } = await asked('sign-up', address);
  await links.confirm(opened(newBrowser(), lastToken(address)), await numberOf(browser, run));
  await browser.send(run, { choice: 'continue' });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  assert.equal(await browser.send(run, { choice: 'skip' }), '/back');
}

test('confirmed on another device, the first browser goes on, and the other gets nothing', async () => {
  await signUp('ada@example.org');
  const { browser, run } = await asked('sign-in', 'ada@example.org');
  const phone = newBrowser();
  const token = lastToken('ada@example.org');
  const look = await links.show(opened(phone, token));
  assert.deepEqual(look.frame.screen, { step: 'open-link', state: 'elsewhere', purpose: 'sign-in', device: '', minutesAgo: 0 });
  assert.equal(await next(browser, run), 'wait');
  assert.equal(await stateShown(links.confirm(opened(phone, token), await numberOf(browser, run))), 'confirmed');
  assert.equal(await next(browser, run), 'send');
  await browser.send(run, { choice: 'continue' });
  assert.equal(await browser.send(run, { choice: 'skip' }), '/back');
  assert.deepEqual(phone.kept, {});
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic');
  await assert.rejects(links.show(opened(phone, token)), { code: 'link.used' });
});

test('a yes that was said before the owner reported something is nothing after it, however late it is taken up', async () => {
  await signUp('lou@example.org');
  const { browser, run } = await asked('sign-in', 'lou@example.org');
  await links.confirm(opened(newBrowser(), lastToken('lou@example.org')), await numberOf(browser, run));
  const ref = (await world.directory.findByIdentifier(world.database.db, population, 'lou@example.org'))!;
  world.clock.advance(minute);
  await world.database.transaction((tx) => world.sessions.endAll(
    tx, { population, principal: ref.principal }, 'reported', { kind: 'system' }));
  world.clock.advance(minute);
  await browser.send(run, { choice: 'continue' });
  await browser.send(run, { choice: 'skip' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'refuse' && screen.reason, 'not-strong-enough');
  assert.equal(browser.kept.session, undefined);
});

test('in the browser that began, one press goes on there, and the tab that waited is told to look anew', async () => {
  await signUp('bea@example.org');
  const { browser, run } = await asked('sign-in', 'bea@example.org');
  const { screenToken } = await browser.see(run);
  const token = lastToken('bea@example.org');
  assert.equal(await stateShown(links.show(opened(browser, token))), 'here');
  assert.equal(await stateShown(links.confirm(opened(browser, token), undefined)), `/customers/run/${runOf(run)}`);
  assert.equal((await browser.see(run)).screen.step, 'enrol-passkey');
  const at = Number(screenToken.split('.')[0]);
  assert.equal(await world.journeys.waitsFor({ population, run: runOf(run), browser: browser.context(), at }), 'reload');
});

test('without the number nothing happens, and three wrong ones end the link; a new one works', async () => {
  await signUp('cyn@example.org');
  const { browser, run } = await asked('sign-in', 'cyn@example.org');
  const stranger = newBrowser();
  const token = lastToken('cyn@example.org');
  const number = await numberOf(browser, run);
  for (let posts = 0; posts < 5; posts += 1) {
    assert.equal(await stateShown(links.confirm(opened(stranger, token), undefined)), 'elsewhere input.missing');
  }
  const wrong = number === '42' ? '43' : '42';
  assert.equal(await stateShown(links.confirm(opened(stranger, token), wrong)), 'elsewhere link.wrong-number');
  assert.equal(await stateShown(links.confirm(opened(stranger, token), wrong)), 'elsewhere link.wrong-number');
  assert.equal(await stateShown(links.confirm(opened(stranger, token), wrong)), 'ended');
  assert.equal(await stateShown(links.confirm(opened(stranger, token), number)), 'ended');
  assert.equal(await next(browser, run), 'send');
  await browser.send(run, { choice: 'continue' });
  assert.equal((await browser.see(run)).notice?.code, 'link.ended');
  assert.equal(await next(browser, run), 'wait', 'what was said once is not asked for again and again');
  await browser.send(run, { choice: 'again' });
  await assert.rejects(links.show(opened(stranger, token)), { code: 'link.invalid' });
  await links.confirm(opened(stranger, lastToken('cyn@example.org')), await numberOf(browser, run));
  await browser.send(run, { choice: 'continue' });
  assert.equal((await browser.see(run)).screen.step, 'enrol-passkey');
});

test('its reader stops what somebody else began', async () => {
  await signUp('dee@example.org');
  const { browser: attacker, run } = await asked('sign-in', 'dee@example.org');
  assert.equal(await stateShown(links.stop(opened(newBrowser(), lastToken('dee@example.org')))), 'ended');
  await attacker.send(run, { choice: 'continue' });
  assert.equal((await attacker.see(run)).notice?.code, 'link.ended');
});

test('a link is past its time after ten minutes, and with its run', async () => {
  await signUp('eve@example.org');
  const { browser, run } = await asked('sign-in', 'eve@example.org');
  const token = lastToken('eve@example.org');
  world.clock.advance(10 * minute);
  await assert.rejects(links.show(opened(newBrowser(), token)), { code: 'link.expired' });
  assert.equal(await next(browser, run), 'send');
  await browser.send(run, { choice: 'continue' });
  assert.equal((await browser.see(run)).notice?.code, 'link.expired');
  const { browser: second, run: other } = await asked('sign-in', 'eve@example.org');
  const fresh = lastToken('eve@example.org');
  await world.journeys.cancel({ population, run: runOf(other), browser: second.context() });
  await assert.rejects(links.show(opened(newBrowser(), fresh)), { code: 'link.expired' });
});

test('one population\'s link is nothing at another', async () => {
  await signUp('fay@example.org');
  await asked('sign-in', 'fay@example.org');
  const visit = { ...opened(newBrowser(), lastToken('fay@example.org')), population: 'workforce' };
  await assert.rejects(links.show(visit), { code: 'link.invalid' });
  await assert.rejects(links.confirm(visit, '42'), { code: 'link.invalid' });
});

test('a stranger sees the same as a customer, and waits for ever', async () => {
  await signUp('gil@example.org');
  const seen = [];
  for (const identifier of ['gil@example.org', 'nobody@example.org']) {
    const { browser, run } = await asked('sign-in', identifier);
    const first = await browser.see(run);
    const waits = await next(browser, run);
    await browser.send(run, { choice: 'continue' });
    const second = await browser.see(run);
    const without = (text: string) => text.replaceAll(identifier, 'X').replace(/"number":"\d\d"/g, '"number":"N"');
    seen.push(without(JSON.stringify([first.screen, waits, second.screen, second.notice])));
  }
  assert.equal(seen[0], seen[1]);
  assert.deepEqual(world.mails.filter(({ to }) => to === 'nobody@example.org').map(({ message }) => message.kind), ['no-account']);
});

test('when no more mail may go, the link before stays with its number', async () => {
  const { browser, run } = await asked('sign-up', 'hal@example.org');
  for (let more = 0; more < 4; more += 1) await browser.send(run, { choice: 'again' });
  const number = await numberOf(browser, run);
  await browser.send(run, { choice: 'again' });
  assert.equal((await browser.see(run)).notice?.code, 'link.wait');
  assert.equal(await numberOf(browser, run), number);
  await links.confirm(opened(newBrowser(), lastToken('hal@example.org')), number);
  await browser.send(run, { choice: 'continue' });
  assert.equal((await browser.see(run)).screen.step, 'create-account');
});
