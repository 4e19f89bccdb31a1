/** A population that takes numbers, gone through as people and as thieves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneRules, type PolicyContent } from '../../../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../../../credentials/testing.ts';
import { day, type PrincipalRef } from '../../../kernel/index.ts';
import { lastCode, runOf, testBrowser, testJourneys } from '../../testing.ts';

const generous = { hour: 500, day: 5_000 };
const phone = phoneRules.parse({
  region: 'DE', countries: ['DE'],
  limits: { number: { hour: 4, day: 8 }, prefix: generous, address: generous, population: generous },
});
const done = { step: 'complete', with: {}, exits: {} };
const say = (text: string) => ({ step: 'message', with: { title: { en: text }, text: { en: text } }, exits: { read: 'refuse' } });
const refuse = { step: 'refuse', with: { reason: 'no-recovery' }, exits: {} };
const common = { end: done, refuse, without: say('without a text') };
const code = (verified: string) => ({ step: 'email-code', with: {}, exits: { verified } });
const text = (verified: string) => ({ step: 'sms-code', with: {}, exits: { verified, 'other-way': 'without' } });
const who = (mode: string, more: Record<string, string> = {}) => ({
  step: 'identify', with: { mode, ask: 'email', passkey: false }, exits: { identified: 'code', phone: 'text', ...more },
});

/** The sample journeys of the guide, with nothing around them. */
function withNumbers(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  return { ...content, phone, journeys: { ...content.journeys,
    'sign-in': { purpose: 'sign-in', timeLimit: '30m', start: 'who', nodes: {
      ...common, who: who('sign-in'), code: code('more'), text: text('end'),
      more: { step: 'choose-method', with: {}, exits: { 'sms-code': 'second', 'email-code': 'end', 'other-way': 'end' } }, second: text('end'),
    } },
    'sign-up': { purpose: 'sign-up', timeLimit: '30m', start: 'who', nodes: {
      ...common, who: who('sign-up'), code: code('account'), text: text('account'),
      account: { step: 'create-account', with: {}, exits: { created: 'number', exists: 'end' } },
      number: { step: 'verify-contact', with: { kind: 'phone' }, exits: { verified: 'end', skip: 'end' } },
    } },
    recover: { purpose: 'recover', timeLimit: '30m', start: 'who', nodes: {
      ...common, who: who('sign-in', { identified: 'pick', phone: 'pick' }),
      pick: { step: 'choose-method', with: {}, exits: { 'email-code': 'code', 'sms-code': 'text', 'other-way': 'without' } },
      code: code('by-text'), text: text('first'), first: code('make'), second: text('make'),
      'by-text': { step: 'decide', with: { when: 'has.phone && !proved.smsCode' }, exits: { yes: 'second', no: 'without' } },
      make: { step: 'enrol-passkey', with: { reason: 'replaces-lost' }, exits: { enrolled: 'end' } },
    } },
  } } as PolicyContent;
}

const population = 'customers';
const world = await testJourneys({ change: withNumbers });
const { clock, credentials, database, directory, mails, sessions } = world;
const actor = { kind: 'system' } as const;
let made = 0;
const freshNumber = (): string => `+4915123${String(100_000 + (made += 1))}`;

async function somebody(given: { email?: string; number?: string }): Promise<PrincipalRef> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor });
    const ref = { population, principal };
    for (const [kind, value] of [['email', given.email], ['phone', given.number]] as const) {
      if (value === undefined) continue;
      await directory.addIdentifier(tx, ref, { kind, value, actor });
      await directory.verifyIdentifier(tx, ref, { kind, value, actor });
    }
    return ref;
  });
}
async function begin(purpose: 'sign-in' | 'sign-up' | 'recover', identifier: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start(purpose);
  await browser.send(run, { choice: 'continue', identifier });
  const screen = async () => (await browser.see(run)).screen;
  return {
    browser, run, screen, send: (input: Record<string, unknown>) => browser.send(run, input),
    notice: async () => (await browser.see(run)).notice?.code,
    session: async () => sessions.findBySecret(population, browser.kept.session!),
  };
}
const textsTo = (number: string) => mails.filter(({ to }) => to === number).map(({ message, channel }) => [message.kind, channel]);
const typeCode = async (at: Awaited<ReturnType<typeof begin>>, to: string) => at.send({ choice: 'continue', code: lastCode(mails, to) });
const holder = async (number: string) => (await directory.findByIdentifier(database.db, population, number))?.principal;

test('somebody signs in by their number, however they write it, and has proved little by it', async () => {
  const number = freshNumber();
  const ada = await somebody({ number });
  const at = await begin('sign-in', number.replace('+49', '0'));
  const screen = await at.screen();
  assert.equal(screen.step === 'sms-code' && screen.number.replaceAll(' ', ''), number);
  assert.deepEqual(textsTo(number), [['code', 'sms']]);
  await typeCode(at, number);
  const session = await at.session();
  assert.equal(session?.principal, ada.principal);
  assert.deepEqual(session?.assurance.acr, 'urn:limen:acr:basic');
  assert.deepEqual(session?.assurance.amr, ['sms']);
});

test('a number that nobody has here looks the same, takes the same way, and lets nobody in', async () => {
  const [known, unknown] = [freshNumber(), freshNumber()];
  await somebody({ number: known });
  const shown = [];
  for (const number of [known, unknown]) {
    const at = await begin('sign-in', number);
    const screens = [JSON.stringify(await at.screen()).replaceAll(/[\d ]/g, '')];
    for (const typed of ['000000', '111111', '222222', '333333', '444444', '555555']) {
      await at.send({ choice: 'continue', code: typed });
      screens.push(String(await at.notice()));
    }
    await at.send({ choice: 'again' });
    shown.push([...screens, String(await at.notice())]);
  }
  assert.deepEqual(shown[0], shown[1]);
  assert.deepEqual(textsTo(unknown), [['no-account', 'sms'], ['no-account', 'sms']]);
  // The right code of that run exists and is known to nobody; even it would prove nothing.
  await world.events.settle();
  const events = await world.events.read({ population, limit: 1_000 });
  assert.equal(events.filter(({ type, open }) => type === 'credential.accepted' && open['kind'] === 'sms-code').length, 1);
});

test('whoever knows only an address has no telephone rung and learns of none', async () => {
  const [number, email] = [freshNumber(), 'bea@example.org'];
  await somebody({ number, email });
  for (const address of [email, 'nobody@example.org']) {
    const at = await begin('sign-in', address);
    assert.equal((await at.screen()).step, 'email-code');
  }
  assert.deepEqual(textsTo(number), []);
  const at = await begin('sign-in', email);
  await typeCode(at, email);
  const methods = await at.screen();
  assert.deepEqual(methods.step === 'choose-method' && methods.methods, ['sms-code']);
  await at.send({ choice: 'sms-code' });
  const screen = await at.screen();
  assert.equal(screen.step === 'sms-code' && screen.number, `…${number.slice(-3)}`);
  await typeCode(at, number);
  assert.deepEqual([...(await at.session())?.assurance.amr ?? []].sort(), ['mca', 'sms']);
});

test('what is no mobile number of a country that is served is said so, whoever has it', async () => {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  for (const [identifier, notice] of [
    ['030 123456', 'phone.invalid'], ['+49', 'phone.invalid'], ['+1 415 555 2671', 'phone.not-here'], ['+44 909 879 0879', 'phone.invalid'], ['maria', 'email.invalid'],
  ] as const) {
    await browser.send(run, { choice: 'continue', identifier });
    assert.equal((await browser.see(run)).notice?.code, notice, identifier);
  }
});

test('a number that nobody has proved for long opens nothing by itself, and does beside another proof', async () => {
  const [number, email] = [freshNumber(), 'cyn@example.org'];
  const cyn = await somebody({ number, email });
  clock.advance(41 * day);
  const alone = await begin('sign-in', number);
  assert.equal((await alone.screen()).step, 'sms-code');
  assert.deepEqual(textsTo(number), [['no-account', 'sms']]);
  const beside = await begin('sign-in', email);
  await typeCode(beside, email);
  await beside.send({ choice: 'sms-code' });
  await typeCode(beside, number);
  assert.equal((await beside.session())?.principal, cyn.principal);
  const again = await begin('sign-in', number);
  await typeCode(again, number);
  assert.equal((await again.session())?.principal, cyn.principal, 'it was proved again');
});

test('whoever gets a recycled number gets an account of their own; the one before loses the number and is told', async () => {
  const [number, email] = [freshNumber(), 'dee@example.org'];
  const dee = await somebody({ number, email });
  clock.advance(60 * day);
  const at = await begin('sign-up', number);
  await typeCode(at, number);
  assert.equal((await at.screen()).step, 'create-account');
  await at.send({ choice: 'continue', displayName: 'New' });
  await at.send({ choice: 'skip' });
  const session = await at.session();
  assert.ok(session && session.principal !== dee.principal);
  assert.equal(await holder(number), session.principal);
  assert.deepEqual((await directory.identifiers(database.db, dee)).map(({ value }) => value), [email]);
  const told = mails.findLast(({ to }) => to === email)?.message;
  assert.equal(told?.kind === 'credential-changed' && told.change, 'phone-removed');
});

test('whoever signs up with a number that they have an account with comes to that account', async () => {
  const number = freshNumber();
  const eve = await somebody({ number });
  const at = await begin('sign-up', number);
  await typeCode(at, number);
  assert.equal((await at.session())?.principal, eve.principal);
});

test('a number is added once its code was typed, and every other address is told; another\'s is not taken', async () => {
  const [number, taken, email] = [freshNumber(), freshNumber(), 'fay@example.org'];
  await somebody({ number: taken });
  const at = await begin('sign-up', email);
  await typeCode(at, email);
  await at.send({ choice: 'continue', displayName: 'Fay' });
  await at.send({ choice: 'send', address: 'fay@second.example' });
  assert.equal(await at.notice(), 'phone.invalid');
  await at.send({ choice: 'send', address: taken });
  await typeCode(at, taken);
  assert.equal(await at.notice(), 'phone.taken');
  await at.send({ choice: 'send', address: number.replace('+49', '0049 ') });
  await at.send({ choice: 'continue', code: '000000' });
  assert.equal(await holder(number), undefined, 'nothing is anybody\'s before the code');
  await typeCode(at, number);
  assert.equal(await holder(number), (await at.session())?.principal);
  const told = mails.flatMap(({ to, message }) => (message.kind === 'credential-changed' ? [[to, message.change]] : []));
  assert.deepEqual(told.at(-1), [email, 'phone-added']);
});

test('two codes by different methods give an account back, and one alone does not', async () => {
  const [number, email] = [freshNumber(), 'gil@example.org'];
  const gil = await somebody({ number, email });
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const authenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  await database.transaction(async (tx) => {
    const options = await credentials.passkeys.registrationOptions(tx, gil, rp, { name: 'x', displayName: 'x' });
    await credentials.passkeys.register(tx, gil, rp, { response: authenticator().create(options), challenge: options.challenge, occasion: { actor } });
  });
  const at = await begin('recover', email);
  await at.send({ choice: 'email-code' });
  await typeCode(at, email);
  const screen = await at.screen();
  assert.equal(screen.step === 'sms-code' && screen.number, `…${number.slice(-3)}`);
  await at.send({ choice: 'continue', code: lastCode(mails, email) });
  assert.equal((await at.screen()).step, 'sms-code', 'the mailed code is not the one of the text');
  await typeCode(at, number);
  const making = await at.screen();
  assert.ok(making.step === 'enrol-passkey');
  await at.send({ choice: 'passkey', credential: JSON.stringify(authenticator().create(making.options as never)) });
  assert.equal((await credentials.list(database.db, gil)).length, 2);
  await world.events.settle();
  const recovered = (await world.events.read({ ...gil, limit: 100 })).filter(({ type }) => type === 'principal.recovered');
  assert.deepEqual(recovered.map(({ open }) => open['methods']), [['email-code', 'sms-code']]);
});

test('before a proof the ways that are offered depend on what was typed, after one on what the account has', async () => {
  const [number, email] = [freshNumber(), 'ida@example.org'];
  await somebody({ number });
  await somebody({ email });
  const offered = async (identifier: string) => {
    const screen = await (await begin('recover', identifier)).screen();
    return screen.step === 'choose-method' && screen.methods;
  };
  for (const typed of [number, freshNumber()]) assert.deepEqual(await offered(typed), ['email-code', 'sms-code']);
  for (const typed of [email, 'nobody@example.org']) assert.deepEqual(await offered(typed), ['email-code']);
  const at = await begin('recover', email);
  await at.send({ choice: 'email-code' });
  await typeCode(at, email);
  const none = await at.screen();
  assert.equal(none.step === 'message' && none.title, 'without a text', 'has.phone is false for them');
});

test('when no more texts may go, other ways are offered, and an event tells the operator', async () => {
  const number = freshNumber();
  await somebody({ number });
  const at = await begin('sign-in', number);
  for (let texts = 1; texts < 4; texts += 1) await at.send({ choice: 'again' });
  const [{ message } = assert.fail()] = mails.filter(({ to }) => to === number).slice(-1);
  await at.send({ choice: 'again' });
  assert.equal(await at.notice(), 'sms.wait');
  assert.equal(textsTo(number).length, 4);
  await world.events.settle();
  const refused = (await world.events.read({ population, limit: 1_000 })).filter(({ type, run }) => type === 'message.refused' && run === runOf(at.run));
  assert.deepEqual(refused.map(({ open }) => open), [{ kind: 'code', channel: 'sms', limit: 'number', country: 'DE' }]);
  const other = await begin('sign-in', number);
  assert.equal(await other.notice(), 'sms.wait');
  await other.send({ choice: 'other-way' });
  const without = await other.screen();
  assert.equal(without.step === 'message' && without.title, 'without a text');
  await at.send({ choice: 'continue', code: message.kind === 'code' ? message.code : '' });
  assert.ok(await at.session(), 'the code that went still counts');
});

test('an account that has lost the number meanwhile is not opened by its code', async () => {
  const [number, email] = [freshNumber(), 'hal@example.org'];
  const hal = await somebody({ number, email });
  const at = await begin('sign-in', number);
  await database.transaction((tx) => directory.removeIdentifier(tx, hal, { kind: 'phone', value: number, reason: 'owner', actor }));
  await typeCode(at, number);
  assert.equal(await at.notice(), 'code.wrong');
});
