/** What the links in notices of decisions do, over HTTP against the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, minute } from '../kernel/index.ts';
import { signIn, signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { evaluationAt } from './test-evaluation.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const { limen, config: { url, port, dataFolder } } = server;
const fetch = fetchFrom(() => port);
const operator = operatorOf(dataFolder);
const house = { url, fetch, operator };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const evaluate = evaluationAt(house, shop);
const question = (sid: string) => ({
  subject: { type: 'session', id: sid }, action: { name: 'payout.change' }, resource: { type: 'payout-account', id: 'main', properties: { account: 'one' } },
});

let count = 0;
async function newCustomer() {
  count += 1;
  const email = `person${count}@example.org`;
  const asked = await shop.ask({ prompt: 'create' });
  const { sid, sub } = (await shop.redeem(await signUp(new TestBrowser(fetch), asked.url, email, mailbox), asked)).claims()!;
  return { email, sid: String(sid), sub };
}

/** The last message of a kind to an address. */
const mailTo = (to: string, kind: string) => until(`a mail ${kind} to ${to}`, async () => (
  (await limen.inbox.list(100)).find((mail) => mail.to === to && mail.kind === kind)));
const linkIn = (text: string, part: string) => new RegExp(`${url}\\S*/${part}/\\S+`).exec(text)![0];

test('the notice stops a waiting action: looking does nothing, the button does, and asking again begins nothing', async () => {
  const person = await newCustomer();
  await evaluate(question(person.sid));
  const link = linkIn((await mailTo(person.email, 'action-delayed')).text, 'cancel');
  const anywhere = new TestBrowser(fetch);
  const page = await anywhere.visit(link);
  assert.match(page.body, /Change of the account that money is paid out to/);
  assert.equal((await evaluate(question(person.sid))).body.context.response, 'delay');
  assert.equal((await anywhere.post(page, { choice: 'cancel' }, { origin: 'https://evil.example' })).status, 403);
  assert.equal((await anywhere.post(page, {})).status, 400);
  assert.match((await anywhere.post(page, { choice: 'cancel' })).body, /was stopped/);
  assert.match((await anywhere.visit(link)).body, /was stopped/);
  ahead += day + minute;
  const { body } = await evaluate(question(person.sid));
  assert.deepEqual([body.decision, body.context.response], [false, 'deny']);
  assert.ok(body.context.reason_admin.codes.includes('cancelled'));
  for (const wrong of [`${link}x`, link.replace('/customers/', '/workforce/')]) assert.equal((await anywhere.visit(wrong)).status, 404);
});

test('"this was not me" signs everybody out and stops what waits, once', async () => {
  const person = await newCustomer();
  await evaluate(question(person.sid));
  const link = linkIn((await mailTo(person.email, 'action-delayed')).text, 'not-me');
  const anywhere = new TestBrowser(fetch);
  const page = await anywhere.visit(link);
  assert.match(page.body, /This was not you/);
  const sessionsOf = async () => (await operator.call('GET', `/populations/customers/principals/${person.sub}/sessions`)).sessions;
  assert.equal((await sessionsOf()).length, 1);
  assert.match((await anywhere.post(page, { choice: 'report' })).body, /signed out/);
  assert.deepEqual(await sessionsOf(), []);
  const asked = await shop.ask();
  await shop.redeem(await signIn(new TestBrowser(fetch), asked.url, person.email, mailbox), asked);
  await anywhere.post(page, { choice: 'report' });
  assert.equal((await sessionsOf()).length, 1, 'an old link signs nobody out again');
  const reports = await until('the report is told of', async () => {
    const found = (await operator.events('report.not_me')).filter(({ principal }) => principal === person.sub);
    return found.length > 0 && found;
  });
  assert.deepEqual(reports.map(({ open }) => open), [{ about: 'action-delayed', sessionsEnded: 1, actionsCancelled: 1 }]);
  assert.equal((await anywhere.visit(link.slice(0, -2))).status, 404);
  assert.equal((await anywhere.visit(link.replace('/customers/', '/workforce/'))).status, 404);
  ahead += 15 * day;
  assert.equal((await anywhere.visit(link)).status, 410);
});

test('"this was not me" from the notice of a binding removes what was bound, and withdraws links', async () => {
  const { sub } = await newCustomer();
  const ref = { population: 'customers', principal: sub };
  const { credentials, checkpoints } = limen;
  const occasion = { actor: { kind: 'system' } } as const;
  const held = async () => (await credentials.list(server.ground.database.db, ref)).map(({ kind }) => kind);
  await server.ground.database.transaction(async (tx) => {
    await credentials.passwords.set(tx, ref, 'a password of the thief', { minimum: 8, context: [], occasion });
    await credentials.recoveryCodes.issue(tx, ref, occasion);
  });
  const [thiefs] = await credentials.list(server.ground.database.db, ref);
  await operator.call('POST', `/populations/customers/principals/${sub}/invitations`, { mail: false });
  const anywhere = new TestBrowser(fetch);
  const report = async (about: string, credential?: string) => {
    const page = await anywhere.visit(`${url}/customers${checkpoints.reportPath(ref, about, { credential })}`);
    assert.match((await anywhere.post(page, { choice: 'report' })).body, /signed out/);
  };
  await report('action-delayed');
  const [withdrawn] = await until('the desk\'s link is withdrawn', async () => {
    const found = (await operator.events('invitation.withdrawn')).filter(({ principal }) => principal === sub);
    return found.length > 0 && found;
  });
  assert.equal(withdrawn!.open['reason'], 'reported');
  assert.deepEqual(await held(), ['password', 'recovery-code']);
  await report('credential-changed', thiefs!.id);
  assert.deepEqual(await held(), ['recovery-code']);
  await report('credential-changed', thiefs!.id);
});
