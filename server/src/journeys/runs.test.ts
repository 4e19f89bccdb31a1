import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, minute } from '../kernel/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from './testing.ts';

const world = await testJourneys();
const population = 'customers';
const code = (name: string) => (error: unknown): boolean => hasCode(error, name as never);

test('the same form sent twice counts once', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  const frame = await browser.see(run);
  const input = { choice: 'continue', identifier: 'twice@example.org' };
  const places = await Promise.all([browser.send(run, input, frame), browser.send(run, input, frame)]);
  assert.deepEqual(places, [run, run]);
  assert.equal(world.mails.filter((mail) => mail.to === 'twice@example.org').length, 1);
  assert.equal((await browser.see(run)).notice, undefined);
});

test('an old tab changes nothing and is told so', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  const old = await browser.see(run);
  await browser.send(run, { choice: 'continue', identifier: 'first@example.org' }, old);
  assert.equal(await browser.send(run, { choice: 'continue', identifier: 'second@example.org' }, old), `${run}?stale=1`);
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'email-code' && screen.address, 'first@example.org');
});

test('the back button after the end leads back to whoever asked', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: 'back@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'back@example.org') });
  await browser.send(run, { choice: 'continue', displayName: '' });
  const last = await browser.see(run);
  await browser.send(run, { choice: 'skip' });
  await assert.rejects(browser.see(run), /sent on to \/back/);
  assert.equal(await browser.send(run, { choice: 'skip' }, last), '/back');
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal((await world.sessions.list(world.database.db, session!)).length, 1, 'no second session');
});

test('a run belongs to the browser that began it', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  const frame = await browser.see(run);
  const other = testBrowser(world, population);
  await assert.rejects(other.see(run), code('run.other_browser'));
  await other.start('sign-in');
  await assert.rejects(other.see(run), code('run.other_browser'));
  await assert.rejects(other.send(run, { choice: 'other' }, frame), code('run.other_browser'));
  const lost = testBrowser(world, population);
  await assert.rejects(lost.send(run, { choice: 'other' }, frame), code('run.other_browser'));
  assert.equal(await world.journeys.takeResult({ population, returnTo: '/back', browser: other.context() }), undefined);
});

test('a run of one population is unknown at another', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await assert.rejects(
    world.journeys.show({ population: 'workforce', run: runOf(run), browser: browser.context() }), code('run.unknown'));
  await assert.rejects(
    world.journeys.show({ population, run: "x' or 1=1", browser: browser.context() }), code('run.unknown'));
});

test('a form made elsewhere is refused', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  const frame = await browser.see(run);
  for (const screenToken of ['', '1.forged', frame.screenToken.replace('1.', '2.')]) {
    await assert.rejects(browser.send(run, { choice: 'other' }, { ...frame, screenToken }), code('request.cross_site'));
  }
});

test('rubbish is told beside the field and changes nothing', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  for (const input of [{}, { choice: 'fly' }, { choice: 'continue' }, { choice: 'continue', identifier: 7 },
    { choice: 'continue', identifier: 'x'.repeat(300) }, { choice: 'passkey', credential: '{' }]) {
    await browser.send(run, input);
    const { screen, notice } = await browser.see(run);
    assert.equal(screen.step, 'identify');
    assert.equal(notice?.kind, 'error', JSON.stringify(input));
  }
});

test('a run past its time is closed, and whoever asked may begin again', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in', { returnTo: '/slow' });
  const frame = await browser.see(run);
  world.clock.advance(31 * minute);
  await assert.rejects(browser.see(run), code('run.expired'));
  await assert.rejects(browser.send(run, { choice: 'other' }, frame), code('run.expired'));
  assert.ok(await world.journeys.closeExpired() >= 1);
  assert.equal(await world.journeys.closeExpired(), 0);
  assert.equal(
    await world.journeys.takeResult({ population, returnTo: '/slow', browser: browser.context() }), undefined);
});

test('ten tabs of one browser each keep their own run', async () => {
  const browser = testBrowser(world, population);
  await browser.start('sign-in');
  const runs = await Promise.all(Array.from({ length: 10 }, () => browser.start('sign-up')));
  assert.equal(new Set(runs).size, 10);
  await Promise.all(runs.map((run, n) => browser.send(run, { choice: 'continue', identifier: `tab${n}@example.org` })));
  const seen = await Promise.all(runs.map((run) => browser.see(run)));
  assert.deepEqual(seen.map(({ screen }) => screen.step === 'email-code' && screen.address),
    runs.map((_, n) => `tab${n}@example.org`));
});

test('a run that goes nowhere ends', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  for (let n = 0; n < 200; n += 1) await browser.send(run, { choice: 'continue', identifier: `not an address ${n}` });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'refuse' && screen.reason, 'try-later');
});

test('a person may leave, and the asking side learns that nobody signed in', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in', { returnTo: '/left' });
  const onward = await world.journeys.cancel({ population, run: runOf(run), browser: browser.context() });
  assert.equal(onward.location, '/left');
  const result = await world.journeys.takeResult({ population, returnTo: '/left', browser: browser.context() });
  assert.deepEqual(result, { outcome: 'refused', reason: 'cancelled' });
});

test('the policy of the beginning holds to the end', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  const { content, version } = await world.policies.current(population);
  await world.database.transaction((tx) => world.policies.publish(tx, {
    population, basedOn: version, publishedBy: 'test',
    content: { ...content, branding: { ...content.branding, name: 'Another name' } },
  }));
  assert.equal((await browser.see(run)).branding.name, content.branding.name);
  const next = await browser.start('sign-in');
  assert.equal((await browser.see(next)).branding.name, 'Another name');
});

test('every step of a run is an event, and none names a person before something was proved', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: 'seen@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'seen@example.org') });
  await browser.send(run, { choice: 'continue', displayName: '' });
  await browser.send(run, { choice: 'skip' });
  await world.events.settle();
  const log = (await world.events.latest({ limit: 200 })).filter((event) => event.run === runOf(run));
  const types = log.map((event) => event.type);
  for (const type of ['run.started', 'run.step_entered', 'run.step_left', 'session.started', 'run.completed']) {
    assert.ok(types.includes(type as never), type);
  }
  assert.equal(log.find((event) => event.type === 'run.started')?.principal, null);
  assert.equal(JSON.stringify(log.map((event) => event.open)).includes('seen@example.org'), false);
});

test('whom a request wants is shown to that person only, when they are signed in', async () => {
  const browser = testBrowser(world, population);
  const signUp = await browser.start('sign-up');
  await browser.send(signUp, { choice: 'continue', identifier: 'named@example.org' });
  await browser.send(signUp, { choice: 'continue', code: lastCode(world.mails, 'named@example.org') });
  await browser.send(signUp, { choice: 'continue', displayName: '' });
  await browser.send(signUp, { choice: 'skip' });
  const { principal } = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  const ask = { application: null, principal };
  const screenOf = async (who: ReturnType<typeof testBrowser>) => JSON.stringify((await who.see(await who.start('sign-in', { ask }))).screen);
  assert.match(await screenOf(browser), /named@example\.org/);
  assert.doesNotMatch(await screenOf(testBrowser(world, population)), /named@example\.org/);
});

test('many who leave a run at once take no connection from the one who finishes it', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: 'leaving@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'leaving@example.org') });
  await browser.send(run, { choice: 'continue', displayName: '' });
  // With a session to look at, the end of a run needs a second connection beside the one that holds the run.
  browser.kept.session = 'x'.repeat(43);
  const last = await browser.see(run);
  const leave = () => world.journeys.cancel({ population, run: runOf(run), browser: browser.context() });
  const finished = browser.send(run, { choice: 'skip' }, last);
  await Promise.all([finished, ...Array.from({ length: 20 }, leave)]);
  assert.equal(await finished, '/back');
});
