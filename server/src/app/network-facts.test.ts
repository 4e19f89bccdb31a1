/** What the files know of an address reaches the assessment of a sign-in through the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
