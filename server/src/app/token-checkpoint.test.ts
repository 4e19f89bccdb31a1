/** The checkpoint at the issue of tokens to machines, over HTTP against the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { ShownActionReview, ShownDecisionInFull } from '../../../contract/admin/index.ts';
import { day } from '../kernel/index.ts';
import { consoleHouse } from './test-administrator.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const server = await startTestServer(
  { trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } }, { clock: () => new Date(Date.now() + ahead) });
const { config: { url, port, dataFolder }, ground: { database } } = server;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const consoles = consoleHouse(server);
const ledger = 'https://ledger.example/';

interface Answered { readonly status: number; readonly body: Record<string, string> }

async function newJob(more: Record<string, unknown> = {}) {
  const { client, secret } = await house.operator.createClient('workloads', {
    name: 'Nightly job', grantTypes: ['client_credentials'], scopes: ['ledger.read', 'ledger.write'], resources: [ledger], ...more,
  });
  const basic = `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`;
  const ask = async (address: string, scope = 'ledger.read', proof: Record<string, string> = {}): Promise<Answered> => {
    const answer = await house.fetch(`${url}/workloads/token`, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', resource: ledger, scope, ...proof }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address, ...(proof['client_assertion'] ? {} : { authorization: basic }),
      },
    });
    return { status: answer.status, body: await answer.json() as Record<string, string> };
  };
  const decisions = async (): Promise<ShownDecisionInFull[]> => {
    const { decisions: all } = await house.operator.call('GET', `/populations/workloads/decisions?principal=${client.principal}`);
    return Promise.all((all as { id: string }[]).map(async ({ id }) => (await house.operator.call('GET', `/populations/workloads/decisions/${id}`)).decision));
  };
  return { client, ask, decisions };
}

test('a token without anything to look twice at is recorded with what was seen, and its event names the decision', async () => {
  const job = await newJob();
  const { status, body } = await job.ask('198.51.100.7', 'ledger.read ledger.write');
  assert.equal(status, 200);
  const [decision, ...others] = await job.decisions();
  assert.equal(others.length, 0);
  assert.deepEqual(
    [decision?.action, decision?.response, decision?.reasons, decision?.client, decision?.principal, decision?.policyVersion],
    ['token.issue', 'allow', [], job.client.id, decodeJwt(body['access_token']!).sub, 1]);
  const { client, token, network } = decision!.features as { client: object; token: object; network: object };
  assert.deepEqual(token, { resource: ledger, scopes: ['ledger.read', 'ledger.write'], bound: false });
  assert.deepEqual(network, { kind: 'unknown', place: '198.51.100.0/24', isNew: false });
  assert.partialDeepStrictEqual(client, { id: job.client.id, authentication: 'secret' });
  assert.equal(decision?.weighing, null);
  assert.equal(decision?.provenance['client'], 'registration');
  const issued = (await house.operator.events('token.issued')).filter((event) => event.client === job.client.id);
  assert.deepEqual(issued.map(({ open }) => open['decision']), [decision?.id]);
  assert.equal((await house.operator.events('decision.made')).filter((event) => event.client === job.client.id).length, 0);
});

test('a network that is new to a machine is noticed once, and no address is kept', async () => {
  const job = await newJob();
  for (const address of ['198.51.100.7', '198.51.100.9', '203.0.113.5', '203.0.113.6']) assert.equal((await job.ask(address)).status, 200);
  const answers = (await job.decisions()).map(({ response, reasons }) => [response, ...reasons]);
  assert.deepEqual(answers, [['allow'], ['notify', 'network-new'], ['allow'], ['allow']]);
  const told = (await house.operator.events('decision.made')).filter((event) => event.client === job.client.id);
  assert.deepEqual(told.map(({ open }) => [open['response'], open['reasons']]), [['notify', ['network-new']]]);
  assert.doesNotMatch(JSON.stringify([await job.decisions(), told]), /203\.0\.113\.[56]/);
});

test('an old secret is noticed until there is another; a key of the same age is not', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const [old, keyed] = [await newJob(), await newJob({ authMethod: 'private_key_jwt', jwks: { keys: [{ ...await exportJWK(publicKey), alg: 'ES256' }] } })];
  const assertion = async () => ({
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: 'ES256' })
      .setIssuer(keyed.client.id).setSubject(keyed.client.id).setAudience(`${url}/workloads`).setIssuedAt().setExpirationTime('1m').sign(privateKey),
  });
  ahead += 91 * day;
  try {
    assert.equal((await old.ask('198.51.100.7')).status, 200);
    assert.deepEqual((await old.decisions()).map(({ response, reasons }) => [response, ...reasons]), [['notify', 'secret-old']]);
    await house.operator.call('POST', `/populations/workloads/clients/${old.client.id}/secret`, {});
    assert.equal((await old.ask('198.51.100.7')).status, 200, 'the one before works for a day');
    assert.deepEqual((await old.decisions()).map(({ response }) => response), ['allow', 'notify']);
  } finally {
    ahead -= 91 * day;
  }
  assert.equal((await keyed.ask('198.51.100.7', 'ledger.read', await assertion())).status, 200);
  assert.deepEqual((await keyed.decisions()).map(({ response, features }) => [response, (features['client'] as { authentication: string }).authentication]), [['allow', 'key']]);
});

test('a draft that watches says what it would have answered, and no machine feels it', async () => {
  const { files } = await house.operator.call('GET', '/populations/workloads/policy/files');
  const draft = (files as { path: string; text: string }[]).map(({ path, text }) => (
    { path, text: path === 'checkpoints.yaml' ? text.replace('- respond: notify', '- respond: deny').replace('network.isNew', 'token.scopes.size() > 1') : text }));
  const { watch } = await house.operator.call('POST', '/populations/workloads/watches', { name: 'Stricter', days: 1, files: draft });
  const job = await newJob();
  for (const scope of ['ledger.read', 'ledger.read ledger.write']) assert.equal((await job.ask('198.51.100.7', scope)).status, 200);
  assert.deepEqual((await job.decisions()).map(({ response, shadows }) => [response, ...shadows.map((each) => [each.watch, each.response, ...each.reasons])]), [
    ['allow', [watch.id, 'deny', 'network-new']], ['allow', [watch.id, 'allow']]]);
  await house.operator.call('POST', `/populations/workloads/watches/${watch.id}/stop`, {});
  const whatIf = (asked: object) => house.operator.call('POST', '/populations/workloads/what-if', { action: 'token.issue', ...asked });
  const [last] = await job.decisions();
  const told = async (asked: object) => {
    const { version, answer: { response, reasons, nearest, band } } = await whatIf(asked);
    return [version, response, reasons, nearest?.fact, nearest?.to, nearest?.response, band];
  };
  assert.deepEqual(await told({ machine: { scopes: ['ledger.read', 'ledger.write'] }, files: draft }), [null, 'deny', ['network-new'], 'token.scopes', 'ledger.write', 'allow', null]);
  assert.deepEqual(await told({ decision: last!.id, files: draft }), [null, 'deny', ['network-new'], 'token.scopes', 'ledger.write', 'allow', null]);
  assert.deepEqual(await told({ decision: last!.id }), [1, 'allow', [], 'network.isNew', 'true', 'notify', null]);
  for (const [asked, at] of [[{ situation: { deviceKnownFor: 0 } }, 'body.situation'], [{ action: 'payout.change', machine: {} }, 'body.machine'], [{ machine: { hour: 24 } }, 'body.machine.hour']] as const) {
    const { status, body } = await house.operator.ask('POST', '/populations/workloads/what-if', { action: 'token.issue', ...asked });
    assert.deepEqual([status, body.faults?.map((fault: { at: string }) => fault.at)], [400, [at]], JSON.stringify(body));
  }
});

test('a checkpoint that only reports gives the token, asks nobody to look, and says each time what it came to', async () => {
  await changePolicy(house, 'workloads', 'checkpoints.yaml', () => `actions:
  token.issue:
    about: Issue of an access token
    valueAtRisk: high
    frictionTolerance: high
    mode: report-only
    reasons: { network-new: network.isNew }
    responses:
      - { respond: review, within: 24h, when: "'ledger.write' in token.scopes" }
      - { respond: deny }
`);
  const job = await newJob();
  assert.equal((await job.ask('198.51.100.7')).status, 200);
  for (const scope of ['ledger.read', 'ledger.read', 'ledger.write']) assert.equal((await job.ask('203.0.113.5', scope)).status, 200);
  const made = (await job.decisions()).map(({ mode, response, would }) => [mode, response, would?.response]);
  assert.deepEqual(made, [
    ['report-only', 'allow', 'review'], ['report-only', 'allow', 'deny'], ['report-only', 'allow', 'deny'], ['report-only', 'allow', 'allow']]);
  assert.deepEqual((await house.operator.call('GET', '/populations/workloads/action-reviews')).reviews, []);
  const told = (await house.operator.events('decision.made')).filter((event) => event.client === job.client.id);
  assert.deepEqual(told.map(({ open }) => [open['response'], open['mode']]), [['allow', 'report-only'], ['allow', 'report-only'], ['allow', 'report-only']]);
});

test('where the policy says so a token is refused, or waits until somebody has said yes', async () => {
  await changePolicy(house, 'workloads', 'checkpoints.yaml', () => `actions:
  token.issue:
    about: Issue of an access token
    valueAtRisk: high
    frictionTolerance: high
    reasons:
      unbound-write: "'ledger.write' in token.scopes && !token.bound"
    responses:
      - { respond: review, within: 24h, when: "network.kind == 'private'" }
      - { respond: deny }
`);
  const job = await newJob();
  assert.equal((await job.ask('198.51.100.7')).status, 200, 'who only reads is let go');
  const refused = await job.ask('198.51.100.7', 'ledger.write');
  assert.deepEqual([refused.status, refused.body], [400, { error: 'access_denied', error_description: 'refused by the policy; ask whoever runs this service' }]);
  for (let each = 0; each < 2; each += 1) {
    const waits = await job.ask('10.1.2.3', 'ledger.write');
    assert.deepEqual([waits.status, waits.body], [400, { error: 'access_denied', error_description: 'somebody has to approve this first; ask again later' }]);
  }
  const support = await consoles.employee({ workloads: ['support'] });
  await support.enter();
  const waiting = (await support.ask('GET', '/populations/workloads/action-reviews?state=waiting')).body.reviews as ShownActionReview[];
  assert.deepEqual(waiting.map(({ action, client }) => [action, client]), [['token.issue', job.client.id]]);
  const { id, principal } = waiting[0]!;
  const said = await support.ask('POST', `/populations/workloads/principals/${principal.id}/action-reviews/${id}/decide`, { verdict: 'approved', reason: 'the team was asked' });
  assert.equal(said.status, 200, JSON.stringify(said.body));
  for (const address of ['10.1.2.3', '10.9.9.9']) assert.equal((await job.ask(address, 'ledger.write')).status, 200, 'a yes holds for the machine\'s own house');
  assert.equal((await job.ask('198.51.100.7', 'ledger.write')).status, 400, 'and nowhere else');
  ahead += 8 * day;
  assert.equal((await job.ask('10.1.2.3', 'ledger.write')).status, 400, 'nor for more than a week');
  ahead -= 8 * day;
  assert.deepEqual((await job.decisions()).map(({ response, reasons }) => [response, ...reasons].join(' ')), [
    'review unbound-write', 'deny unbound-write', 'allow unbound-write review-approved', 'allow unbound-write review-approved',
    'review unbound-write', 'review unbound-write', 'deny unbound-write', 'allow']);
  const events = (await house.operator.events('token.refused')).filter((event) => event.client === job.client.id);
  assert.deepEqual(events.map(({ open }) => [open['error'], typeof open['decision']]), Array.from({ length: 5 }, () => ['access_denied', 'string']));
});

test('a token whose decision can\'t be recorded isn\'t given out', async () => {
  const job = await newJob();
  await database.db.schema.alterTable('checkpoint_decision').renameTo('gone').execute();
  try {
    assert.deepEqual([(await job.ask('198.51.100.7')).body['error']], ['temporarily_unavailable']);
  } finally {
    await database.db.schema.alterTable('gone').renameTo('checkpoint_decision').execute();
  }
  const events = (await house.operator.events('token.issued')).filter((event) => event.client === job.client.id);
  assert.equal(events.length, 0, 'nor is there an event of it');
});
