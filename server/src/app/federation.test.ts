/** Signing in with a provider upstream, from outside: a whole server, and a real provider that has never heard of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pastOffer, signUp } from './test-application.ts';
import type { Page, TestBrowser } from './test-browser.ts';
import { federatedHouse, titleOf } from './test-federation.ts';
import { until } from './test-waiting.ts';

const house = await federatedHouse();
const { shop, mailbox, operator, newBrowser, through, leave, isSignedIn } = house;
const verified = (sub: string, email: string, more: object = {}) => ({ sub, email, email_verified: true, name: 'Ada Upstream', ...more });

async function identifiersOf(principal: string) {
  const { principal: { identifiers } } = await operator.call('GET', `/populations/customers/principals/${principal}`);
  return (identifiers as { value: string; verifiedAt: string | null }[]).map(({ value, verifiedAt }) => [value, verifiedAt !== null]);
}

/** A customer as they come without any provider. */
async function customer(email: string): Promise<string> {
  const asked = await shop.ask({ prompt: 'create' });
  return (await shop.redeem(await signUp(newBrowser(), asked.url, email, mailbox), asked)).claims()!.sub;
}

/** From the sign-up's first page, with the address that it shows or another, to after the code. */
async function prove(browser: TestBrowser, page: Page, email: string): Promise<Page> {
  const asked = await browser.send(page, { choice: 'continue', identifier: email });
  return browser.send(asked, { choice: 'continue', code: await mailbox.code(email) });
}

test('somebody new whose address the provider answers for has an account at once, and comes back to it', async () => {
  const browser = newBrowser();
  const asked = await shop.ask();
  const name = await through(browser, asked.url, verified('ada', 'ada@bank.example'));
  assert.equal(titleOf(name), 'What may we call you?');
  assert.ok(name.body.includes('value="Ada Upstream"'), 'the name is offered');
  const offer = await browser.send(name, { choice: 'continue', displayName: 'Ada' });
  const first = (await shop.redeem(await pastOffer(browser, offer), asked)).claims()!;
  assert.deepEqual(await identifiersOf(first.sub), [['ada@bank.example', true]]);

  const [again, elsewhere] = [await shop.ask(), newBrowser()];
  const back = await through(elsewhere, again.url, verified('ada', 'somebody.else@bank.example'));
  const second = (await shop.redeem(await pastOffer(elsewhere, back), again)).claims()!;
  assert.equal(second.sub, first.sub, 'the subject opens the account, whatever the address is by now');
  assert.equal(second['acr'], 'urn:limen:acr:basic');
  const linked = (await operator.events('federation.linked')).filter(({ principal }) => principal === first.sub);
  assert.deepEqual(linked.map(({ open }) => open), [{ provider: 'bank' }]);
});

test('two factors there are two here, where the policy takes the provider\'s word', async () => {
  const browser = newBrowser();
  const asked = await shop.ask({ acr_values: 'urn:limen:acr:mfa' });
  const name = await through(browser, asked.url, verified('mia', 'mia@bank.example', { amr: ['mfa'] }));
  const offer = await browser.send(name, { choice: 'continue', displayName: '' });
  const claims = (await shop.redeem(await pastOffer(browser, offer), asked)).claims()!;
  assert.equal(claims['acr'], 'urn:limen:acr:mfa');
});

test('an address that somebody has here opens nothing, though the provider answers for it, until they prove the account', async () => {
  const eve = await customer('eve@bank.example');
  const thief = newBrowser();
  const page = await through(thief, (await shop.ask()).url, verified('thief', 'eve@bank.example'));
  assert.equal(titleOf(page), 'Create your account');
  assert.equal(await isSignedIn(thief), false);
  await thief.send(page, { choice: 'continue', identifier: 'eve@bank.example' });
  assert.equal(await isSignedIn(thief), false);
  const before = await operator.events('federation.linked');
  assert.equal(before.some(({ principal }) => principal === eve), false);
  await mailbox.code('eve@bank.example');

  const [browser, asked] = [newBrowser(), await shop.ask()];
  const question = await prove(browser, await through(browser, asked.url, verified('eve-there', 'eve@bank.example')), 'eve@bank.example');
  assert.match(titleOf(question), /Sign in with Bank from now on/);
  assert.ok(question.body.includes('eve@bank.example'));
  const done = await browser.send(question, { choice: 'link' });
  assert.equal((await shop.redeem(done, asked)).claims()!.sub, eve);
  await until('the owner is told', async () => (await house.server.limen.inbox.list(50))
    .some(({ to, kind, subject }) => to === 'eve@bank.example' && kind === 'credential-changed' && subject.includes('new way to sign in')));

  const [later, again] = [newBrowser(), await shop.ask()];
  const back = await through(later, again.url, verified('eve-there', 'eve@bank.example'));
  assert.equal((await shop.redeem(await pastOffer(later, back), again)).claims()!.sub, eve);
});

test('an account that comes into being meanwhile is not opened by its address either', async () => {
  const browser = newBrowser();
  const name = await through(browser, (await shop.ask()).url, verified('late', 'race@bank.example'));
  assert.equal(titleOf(name), 'What may we call you?');
  await customer('race@bank.example');
  assert.equal(titleOf(await browser.send(name, { choice: 'continue', displayName: 'Late' })), 'Sign in');
  assert.equal(await isSignedIn(browser), false);
});

test('a code alone links nothing to an account that has a passkey', async () => {
  const pam = await customer('pam@bank.example');
  const { pool } = house.server.ground.database;
  await pool.query(`insert into credential_passkey (population, principal, id, credential_id, rp_id, public_key, counter,
    transports, aaguid, backup_eligible, backed_up, bound_at) values ('customers', $1, gen_random_uuid(), 'held', 'localhost',
    'any', 0, '{}', gen_random_uuid(), false, false, now())`, [pam]);
  const browser = newBrowser();
  const page = await prove(browser, await through(browser, (await shop.ask()).url, verified('pam-there', 'pam@bank.example')), 'pam@bank.example');
  assert.equal(titleOf(page), 'Use your passkey');
  await browser.send(page, { choice: 'other-way' });
  assert.equal((await operator.events('federation.linked')).some(({ principal }) => principal === pam), false);
});

test('who says no to the link is signed in, and linked to nothing', async () => {
  const tom = await customer('tom@bank.example');
  const [browser, asked] = [newBrowser(), await shop.ask()];
  const question = await prove(browser, await through(browser, asked.url, verified('tom-there', 'tom@bank.example')), 'tom@bank.example');
  const done = await browser.send(question, { choice: 'skip' });
  assert.equal((await shop.redeem(done, asked)).claims()!.sub, tom);
  const page = await through(newBrowser(), (await shop.ask()).url, verified('tom-there', 'tom@bank.example'));
  assert.equal(titleOf(page), 'Create your account');
});

test('a provider that calls every address verified proves none beyond its own domains', async () => {
  for (const [sub, email, name] of [['liar', 'liar@bank.example', 'other'], ['far', 'far@elsewhere.example', 'bank']] as const) {
    const page = await through(newBrowser(), (await shop.ask()).url, verified(sub, email), name);
    assert.equal(titleOf(page), 'Create your account', email);
    assert.deepEqual(await operator.find('customers', email), [], 'a claim reserves nothing');
  }
});

test('one that it does not call verified is proved by a code, and then makes an account that it opens', async () => {
  const person = { ...verified('kim', 'kim@bank.example'), email_verified: false };
  const [browser, asked] = [newBrowser(), await shop.ask()];
  const name = await prove(browser, await through(browser, asked.url, person), 'kim@bank.example');
  assert.equal(titleOf(name), 'What may we call you?');
  const offer = await browser.send(name, { choice: 'continue', displayName: 'Kim' });
  const first = (await shop.redeem(await pastOffer(browser, offer), asked)).claims()!;
  const [later, again] = [newBrowser(), await shop.ask()];
  const back = await through(later, again.url, person);
  assert.equal((await shop.redeem(await pastOffer(later, back), again)).claims()!.sub, first.sub);
});

test('who makes an account with another address than the provider told is asked before the two are linked', async () => {
  const browser = newBrowser();
  const name = await prove(browser, await through(browser, (await shop.ask()).url, verified('lee', 'lee@elsewhere.example'), 'other'), 'lee@home.example');
  const offer = await browser.send(name, { choice: 'continue', displayName: 'Lee' });
  const question = await browser.send(offer, { choice: 'skip' });
  assert.match(titleOf(question), /Sign in with Other from now on/);
});

test('an address of a provider\'s domain leads there, with an account or without', async () => {
  for (const email of ['eve@bank.example', 'nobody.at.all@bank.example']) {
    const browser = newBrowser();
    const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'continue', identifier: email });
    const address = new URL(await house.onward(browser, page));
    assert.equal(address.origin, house.bank.issuer);
    assert.equal(address.searchParams.get('login_hint'), email);
  }
});

test('who refuses there goes on here another way', async () => {
  const browser = newBrowser();
  const page = await through(browser, (await shop.ask()).url, 'refuses');
  assert.equal(titleOf(page), 'Sign in');
  assert.equal(page.headers.get('refresh'), null);
});

test('a suspended account stays shut', async () => {
  const [ada] = await operator.find('customers', 'ada@bank.example');
  await operator.call('POST', `/populations/customers/principals/${ada!.id}/suspend`, { reason: 'tried out' });
  const browser = newBrowser();
  const page = await through(browser, (await shop.ask()).url, verified('ada', 'ada@bank.example'));
  // Providers tell whole seconds: what was proved in that of the suspension counts as from before it, and so not at all.
  assert.match(titleOf(await pastOffer(browser, page)), /^(This account is suspended|One more step is missing)$/);
  assert.equal(await isSignedIn(browser), false, 'whichever of the two it was');
});

test('the page to leave from has no loop: coming back to it waits for the person', async () => {
  const browser = newBrowser();
  const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'provider', provider: 'bank' });
  assert.match(page.headers.get('refresh') ?? '', /^0;url=/);
  const again = await browser.visit(page.url.replace('?leaving=1', ''));
  assert.equal(again.headers.get('refresh'), null);
  assert.match(titleOf(await browser.send(again, { choice: 'other-way' })), /Sign in/);
  await assert.rejects(leave(browser, (await shop.ask()).url, 'nowhere'), /no way on/);
});
