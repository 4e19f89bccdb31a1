/** Mobile numbers at a whole server, with the policy that the guide writes: signed up, signed in, added and removed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { root } from '../../../tools/root.ts';
import { minute, movableClock } from '../kernel/index.ts';
import { pastOffer, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({}, { clock });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const [number, email] = ['+4915123456789', 'ada@example.org'];

/** A file of the policy as the guide shows it. */
const guide = await readFile(`${root}/docs/guides/codes-by-text.md`, 'utf8');
const shown = (path: string): string => (
  [...guide.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text).find((text) => text.startsWith(`# ${path}\n`)) ?? assert.fail(path));
const text = (verified: string): string => `  text:\n    step: sms-code\n    exits:\n      verified: ${verified}\n      other-way: identify\n\n`;

async function takeNumbers(): Promise<void> {
  const at = '/populations/customers/policy';
  const { version, files } = await house.operator.call<{ version: number; files: { path: string; text: string }[] }>('GET', `${at}/files`);
  const edit = ({ path, text: before }: { path: string; text: string }): string => {
    if (path === 'population.yaml') return before.replace(/^name: .*$/m, 'name: With numbers');
    if (path === 'journeys/sign-up.yaml') {
      return before.replace('identified: prove-address\n', 'identified: prove-address\n      phone: text\n')
        .replace('\n  prove-address:\n', `\n${text('account')}  prove-address:\n`);
    }
    if (path !== 'journeys/sign-in.yaml') return before;
    const enough = '  enough-by-text:\n    step: decide\n    with: { when: satisfied }\n    exits:\n      yes: worth-offering\n      no: code\n\n';
    return before.replace('identified: code\n', 'identified: code\n      phone: text\n').replace('\n  code:\n', `\n${text('enough-by-text')}${enough}  code:\n`);
  };
  const answer = await house.operator.call<{ outcome: string }>('POST', `${at}/apply`, { basedOn: version, files: [
    ...files.map((file) => ({ path: file.path, text: edit(file) })),
    ...['phone.yaml', 'journeys/profile-edit.yaml'].map((path) => ({ path, text: shown(path) })),
  ] });
  assert.equal(answer.outcome, 'published', JSON.stringify(answer));
  await until('numbers are taken', async () => (await (await house.fetch(`${url}/customers/`)).text()).includes('With numbers'));
}

await takeNumbers();
const shop = await testApplication(house, 'customers', { name: 'Harbour shop' });
const browser = new TestBrowser(house.fetch);
const account = `${url}/customers/account`;
const wordsIn = ({ body }: Page): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('somebody without an address signs up by their number, reading the text in the inbox, and signs in again', async () => {
  const asked = await shop.ask({ prompt: 'create' });
  const first = await browser.visit(asked.url);
  assert.match(wordsIn(first), /E-mail address or mobile number/);
  const code = await browser.send(first, { choice: 'continue', identifier: '01512 3456789' });
  assert.match(code.body, /autocomplete="one-time-code"/);
  assert.match(wordsIn(code), /A passkey is safer/);
  const named = await browser.send(code, { choice: 'continue', code: await mailbox.code(number) });
  const offer = await browser.send(named, { choice: 'continue', displayName: 'Ada' });
  await shop.redeem(await pastOffer(browser, offer), asked);
  const again = new TestBrowser(house.fetch);
  const back = await shop.ask();
  const typed = await again.send(await again.visit(back.url), { choice: 'continue', identifier: '+49 1512 3456789' });
  const tokens = await shop.redeem(await pastOffer(again, await again.send(typed, { choice: 'continue', code: await mailbox.code(number) })), back);
  assert.deepEqual(tokens.claims()?.['amr'], ['sms']);
  assert.equal(tokens.claims()?.['acr'], 'urn:limen:acr:basic');
});

test('the inbox shows the text as it goes out: bound to the host, on its last line', async () => {
  const inbox = new TestBrowser(house.fetch);
  const { inbox: door } = await house.operator.call<{ inbox: string }>('GET', '/status');
  const list = await inbox.visit(door);
  const id = /href="\/inbox\/([^"]+)"><strong>\d{6} is your code/.exec(list.body)?.[1] ?? assert.fail('no text is shown');
  const { body } = await inbox.visit(`${url}/inbox/${id}`);
  const [, code] = /<h1 dir="auto">(\d{6})/.exec(body) ?? [];
  assert.ok(body.includes(`\n\n@localhost #${code}</pre>`));
  assert.ok(!body.includes('<iframe'), 'a text has no HTML');
});

test('from the account a number is added after a proof and taken away again, and the address is told', async () => {
  const ref = new TestBrowser(house.fetch);
  clock.advance(61 * minute);
  const asked = await shop.ask({ prompt: 'create' });
  const proof = await ref.send(await ref.visit(asked.url), { choice: 'continue', identifier: email });
  const named = await ref.send(proof, { choice: 'continue', code: await mailbox.code(email) });
  await pastOffer(ref, await ref.send(named, { choice: 'continue', displayName: 'Bea' }));
  const reach = await ref.visit(`${account}/reach`);
  assert.ok(reach.body.includes(email) && reach.body.includes('/reach/add/phone') && !reach.body.includes('/reach/add/email'));
  const looked = await ref.visit(`${account}/reach/add/phone`);
  assert.equal(new URL(looked.url).pathname, '/customers/account/reach', 'a link begins nothing');
  const which = await ref.follow(await ref.request(`${account}/reach/add/phone`, {
    method: 'POST', body: new URLSearchParams({ formToken: /name="formToken" value="([^"]+)"/.exec(reach.body)?.[1] ?? assert.fail('no form') }),
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  }));
  const mailed = await ref.send(which, { choice: 'email-code' });
  const ask = await ref.send(mailed, { choice: 'continue', code: await mailbox.code(email) });
  assert.match(wordsIn(ask), /Add a mobile number/);
  const sent = await ref.send(ask, { choice: 'send', address: '0151 29876543' });
  const added = await ref.send(sent, { choice: 'continue', code: await mailbox.code('+4915129876543') });
  assert.ok(added.body.includes('+49 1512 9876543'));
  const formToken = /name="formToken" value="([^"]+)"/.exec(added.body)?.[1] ?? assert.fail('no form');
  const removed = await ref.follow(await ref.request(`${account}/reach/remove`, {
    method: 'POST', body: new URLSearchParams({ formToken, kind: 'phone', value: '+49 1512 9876543' }),
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  }));
  assert.match(wordsIn(removed), /It was removed/);
  const changes = await until('both changes are told', async () => {
    const told = (await server.limen.inbox.list(50)).filter(({ to, kind }) => to === email && kind === 'credential-changed');
    return told.length === 2 ? told.map(({ subject }) => subject).sort() : undefined;
  });
  assert.match(changes[0]!, /was added/);
  assert.match(changes[1]!, /was removed/);
  const dropped = (await house.operator.events('identifier.dropped')).map(({ open }) => open);
  assert.deepEqual(dropped, [{ kind: 'phone', reason: 'owner' }]);
});
