import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkpoint, tokenAction, tokenFacts, type Checkpoint } from '../../../contract/policy/index.ts';
import { day, hour } from '../kernel/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decideToken } from './decide-token.ts';
import type { TokenFeatures } from './token-features.ts';

/** A job that asks from where it always does, with a secret of a month. */
const usual: TokenFeatures = {
  client: { id: 'nightly-job', age: 400 * day, authentication: 'secret', credentialAge: 30 * day, kind: 'service' },
  token: { resource: 'https://ledger.example/', scopes: ['ledger.read'], bound: false },
  network: { kind: 'hosting', place: 'AS24940', isNew: false }, time: { hour: 3, weekday: 1 },
};
const builtIn = (await builtInPolicy('workload')).checkpoints!.actions[tokenAction]!;
const strict = checkpoint.parse({
  about: 'Issue of an access token', valueAtRisk: 'high', frictionTolerance: 'high',
  reasons: {
    'unbound-write': '"ledger.write" in token.scopes && !token.bound', 'out-of-hours': 'time.weekday > 5 || time.hour < 1',
    'agent-abroad': 'client.kind == "agent" && network.kind != "private"',
  },
  responses: [{ respond: 'deny', when: 'client.authentication == "secret" && !token.bound' }, { respond: 'review', within: '24h' }],
});

type Client = TokenFeatures['client'];
type Change = { readonly [K in keyof TokenFeatures]?: K extends 'client' ? Partial<Omit<Client, 'credentialAge'>> & { readonly credentialAge?: number | undefined }
  : Partial<NonNullable<TokenFeatures[K]>> };
function features(change: Change): TokenFeatures {
  const { client, token, network, time, review } = usual;
  const { credentialAge, ...of } = { ...client, ...change.client };
  return {
    client: { ...of, ...(credentialAge === undefined ? {} : { credentialAge }) }, token: { ...token, ...change.token }, network: { ...network, ...change.network },
    time: { ...time, ...change.time }, ...(change.review ? { review: { dueIn: hour, state: 'waiting', ...review, ...change.review } } : {}),
  };
}

const key = { authentication: 'key' } as const;
const writes = { scopes: ['ledger.read', 'ledger.write'] };
const cases: readonly (readonly [story: string, policy: Checkpoint, change: Change, answer: string])[] = [
  ['nothing stands out', builtIn, {}, 'allow'],
  ['a secret of 90 days', builtIn, { client: { credentialAge: 90 * day } }, 'allow'],
  ['a secret of more than that', builtIn, { client: { credentialAge: 90 * day + 1 } }, 'notify: secret-old'],
  ['a key as old', builtIn, { client: { ...key, credentialAge: 400 * day } }, 'allow'],
  ['keys of no known age, where nobody asks', builtIn, { client: { ...key, credentialAge: undefined } }, 'allow'],
  ['keys of no known age, where somebody does', { ...builtIn, reasons: { 'key-old': 'client.credentialAge > duration("8760h")' } },
    { client: { ...key, credentialAge: undefined } }, 'notify: key-old made-on-less condition-failed'],
  ['a network it never was in', builtIn, { network: { isNew: true } }, 'notify: network-new'],
  ['both', builtIn, { client: { credentialAge: 200 * day }, network: { isNew: true } }, 'notify: secret-old network-new'],
  ['who reads may do so by a secret', strict, {}, 'allow'],
  ['who writes by a secret alone', strict, { token: writes }, 'deny: unbound-write'],
  ['who writes by a key', strict, { client: key, token: writes }, 'review: unbound-write'],
  ['and was approved', strict, { client: key, token: writes, review: { state: 'approved' } }, 'allow: unbound-write review-approved'],
  ['and was refused', strict, { client: key, token: writes, review: { state: 'refused' } }, 'deny: unbound-write review-refused'],
  ['an approval lifts no refusal of the policy', strict, { token: writes, review: { state: 'approved' } }, 'deny: unbound-write'],
  ['a bound token', strict, { token: { ...writes, bound: true } }, 'allow'],
  ['on a Sunday, bound', strict, { token: { bound: true }, time: { weekday: 7 } }, 'review: out-of-hours'],
  ['at half past midnight', strict, { client: key, time: { hour: 0 } }, 'review: out-of-hours'],
  ['an agent from a data centre', strict, { client: { ...key, kind: 'agent' } }, 'review: agent-abroad'],
  ['an agent at home', strict, { client: { ...key, kind: 'agent' }, network: { kind: 'private' } }, 'allow'],
  ['a condition that can\'t be answered', { ...builtIn, reasons: { odd: 'int(client.id) > 1' }, responses: [
    { respond: 'allow', when: 'int(client.id) > 1' }, { respond: 'deny' }] }, {}, 'deny: odd made-on-less condition-failed'],
  ['a response that no plan lets through', { ...builtIn, reasons: { always: 'true' }, responses: [{ respond: 'delay', for: '1h' }] }, {}, 'deny: always no-response'],
  ['no response that fits', { ...builtIn, reasons: { always: 'true' }, responses: [{ respond: 'notify', when: 'false' }] }, {}, 'deny: always no-response'],
];

for (const [story, policy, change, expected] of cases) {
  test(`token: ${story}`, () => {
    const { response, reasons } = decideToken(features(change), compileCheckpoint(policy, tokenFacts));
    assert.equal(reasons.length === 0 ? response : `${response}: ${reasons.join(' ')}`, expected);
  });
}

test('what could have been answered is told, with what held', () => {
  const { candidates } = decideToken(features({ client: key, token: writes }), compileCheckpoint(strict, tokenFacts));
  assert.deepEqual(candidates, [
    { respond: 'deny', held: false, chosen: false }, { respond: 'review', within: '24h', held: true, chosen: true }]);
});
