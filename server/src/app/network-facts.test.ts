/** What the files know of an address reaches the assessment of a sign-in through the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Features } from '../checkpoints/index.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer({
  trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' }, networkFiles: ['/nowhere/GeoLite2-ASN.mmdb'],
});
const { limen, ground: { database }, config: { url, port, dataFolder } } = server;
const fetch = fetchFrom(() => port);
const house = { url, fetch, operator: operatorOf(dataFolder) };
const shop = await testApplication(house, 'customers');

/** Signs somebody up from an address; gives what each signal said of it. */
async function signedUpFrom(address: string, email: string) {
  const asked = await shop.ask({ prompt: 'create' });
  const page = await signUp(new TestBrowser(fetch, { 'x-forwarded-for': address }), asked.url, email, testMailbox(house));
  const { sub, sid } = (await shop.redeem(page, asked)).claims()!;
  return (await limen.risk.ofSession(database.db, { population: 'customers', principal: sub }, String(sid), { recovering: false }))!;
}

test('a server whose file of networks is missing starts, and knows a data centre by what comes along', async () => {
  await limen.networks.refresh();
  const rented = await signedUpFrom('5.9.10.11', 'ada@example.org');
  assert.equal(rented.contributions.find(({ signal }) => signal === 'network-kind')?.reason, 'network-hosting');
  const home = await signedUpFrom('203.0.113.9', 'bea@example.org');
  assert.ok(home.missing.includes('network-kind'), 'nothing is known of a reserved address, and the record says so');
});

test('where a person\'s own request comes from is looked at, as far as the application says it, and a wrong address is told', async () => {
  await limen.networks.refresh();
  const asked = await shop.ask({ prompt: 'create' });
  const page = await signUp(new TestBrowser(fetch, { 'x-forwarded-for': '203.0.113.9' }), asked.url, 'cid@example.org', testMailbox(house));
  const { sid } = (await shop.redeem(page, asked)).claims()!;
  const evaluate = async (context: object) => {
    const answer = await fetch(`${url}/access/v1/evaluation`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'authorization': `Basic ${Buffer.from(`${shop.id}:${shop.secret}`).toString('base64')}` },
      body: JSON.stringify({ subject: { type: 'session', id: sid }, action: { name: 'browse' }, resource: { type: 'page', id: '1' }, context }),
    });
    return { status: answer.status, body: await answer.json() as { decision: boolean; context: { id: string }; faults: readonly { at: string }[] } };
  };
  const riskAt = async (context: object) => {
    const { body } = await evaluate(context);
    assert.equal(body.decision, true);
    return ((await limen.checkpoints.get('customers', body.context.id)).features as Features).risk!;
  };
  const usual = await riskAt({});
  assert.equal((await riskAt({ client_address: '203.0.113.9' })).probability, usual.probability);
  const moved = await riskAt({ client_address: '198.51.100.77' });
  assert.ok(moved.probability > usual.probability && moved.contributions.some(({ reason }) => reason === 'address-new'), JSON.stringify(moved));
  // So little is known of a new population that a data centre may seem likelier there: the sign-in counts then.
  assert.ok((await riskAt({ client_address: '5.9.10.11' })).probability >= usual.probability);
  const wrong = await evaluate({ client_address: 'somewhere' });
  assert.deepEqual([wrong.status, wrong.body.faults.map(({ at }) => at)], [400, ['body.context.client_address']]);
});
