/** What a question says is at stake, in conditions; and several questions at once, against a table of answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddressOf, deepestProperty, evaluationRequest, evaluationsRequest, mostEvaluations, type EvaluationAnswer, type EvaluationRequest } from '../../../contract/evaluation.ts';
import { day, fail, hmac, hour, minute } from '../kernel/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide } from './decide.ts';
import { answerEvaluations } from './evaluations.ts';
import type { Features } from './features.ts';
import { confirmationDigest } from './transaction-digest.ts';

const keyed = (population: string, text: string): string => hmac(Buffer.from(population), text).subarray(0, 12).toString('base64url');
const { checkpoints } = await builtInPolicy('customer');
const checkout = compileCheckpoint(checkpoints!.actions['checkout']!);
const pay = compileCheckpoint({
  about: 'Payment of an order', valueAtRisk: 'elevated', frictionTolerance: 'low',
  reasons: { 'amount-large': 'amount.value >= 500.0', 'device-unknown': 'amount.value >= 50.0 && device.knownFor < duration("24h")' },
  responses: [{ respond: 'challenge', with: 'passkey-or-totp', within: '5m', when: 'has.passkey || has.totp' }, { respond: 'delay', for: '24h' }],
});

/** Somebody at home, with a passkey. */
const calm: Features = {
  device: { knownFor: 30 * day }, authentication: { age: minute, acr: 'urn:limen:acr:phr' },
  session: { age: hour }, account: { age: 100 * day }, recovered: null,
  has: { passkey: true, totp: false, password: false, email: true }, email: { verifiedFor: 90 * day }, contact: null,
  risk: null, proved: { strongAge: null, emailCodeAge: null }, challenge: null, pending: null,
};

test('a condition can ask how much it is about; who leaves that away gains nothing', () => {
  const unknown = { device: { knownFor: 0 } };
  const cases: readonly (readonly [Partial<Features>, string, readonly string[]])[] = [
    [{ amount: { value: 20, currency: 'EUR' } }, 'allow', []],
    [{ amount: { value: 499.99, currency: 'EUR' } }, 'allow', []],
    [{ amount: { value: 500, currency: 'EUR' } }, 'challenge', ['amount-large']],
    [{ ...unknown, amount: { value: 49.5, currency: 'EUR' } }, 'allow', []],
    [{ ...unknown, amount: { value: 50, currency: 'EUR' } }, 'challenge', ['device-unknown']],
    [{}, 'challenge', ['amount-large']],
  ];
  for (const [change, response, reasons] of cases) {
    const decision = decide({ ...calm, ...change }, pay);
    assert.equal(decision.response, response, JSON.stringify(change));
    for (const reason of reasons) assert.ok(decision.reasons.includes(reason), JSON.stringify([change, decision.reasons]));
  }
});

test('the built-in checkout looks twice at a large amount, at what adds up to one, and at currencies whose worth it does not know', () => {
  const reasonsFor = (amount?: Features['amount']) => decide({ ...calm, ...(amount ? { amount } : {}) }, checkout).reasons.filter((code) => code.startsWith('amount'));
  const eur = (value: number, today = value) => reasonsFor({ value, currency: 'EUR', today });
  assert.deepEqual([reasonsFor(), eur(499), eur(500), eur(499, 999), eur(2, 1000)], [[], [], ['amount-large'], [], ['amount-adds-up']]);
  // 499 dinars are some 1,600 dollars; 600 yen are four, and yet not known to be few.
  for (const currency of ['KWD', 'JPY']) assert.deepEqual(reasonsFor({ value: 499, currency, today: 499 }), ['amount-large'], currency);
  for (const currency of ['USD', 'GBP', 'CHF']) assert.deepEqual(reasonsFor({ value: 499, currency, today: 499 }), [], currency);
  // Too many to be added up: not known is not little.
  const many = decide({ ...calm, amount: { value: 1, currency: 'EUR', today: null } }, checkout);
  assert.deepEqual([many.response, many.reasons], ['challenge', ['amount-adds-up', 'made-on-less', 'risk-missing', 'condition-failed']]);
  // Recorded before amounts were added up.
  assert.deepEqual(reasonsFor({ value: 499, currency: 'EUR' }), []);
  assert.equal(checkout.asksToday, true);
  assert.equal(pay.asksToday, false);
});

test('another amount, currency, payee or action is another confirmation', () => {
  const shown = { action: 'order.pay', amount: '12.5', currency: 'EUR', payee: 'Larch & Loom' };
  const digests = [
    shown, { ...shown, amount: '12.51' }, { ...shown, currency: 'USD' }, { ...shown, payee: 'Larch & Loot' },
    { ...shown, action: 'payout.change' }, { ...shown, payee: undefined },
  ].map((each) => confirmationDigest(keyed, 'customers', each).toString('hex'));
  assert.equal(new Set(digests).size, digests.length);
  assert.equal(confirmationDigest(keyed, 'customers', { ...shown }).toString('hex'), digests[0]);
  assert.notEqual(confirmationDigest(keyed, 'workforce', shown).toString('hex'), digests[0], 'nor is one of another population it');
});

const asked: EvaluationRequest[] = [];
/** Says yes to reading, nothing to what breaks, and no to the rest. */
const answerer = async (question: EvaluationRequest): Promise<EvaluationAnswer> => {
  asked.push(question);
  if (question.action.name === 'break') fail('server.busy');
  const isYes = question.action.name === 'read';
  return { decision: isYes, context: { id: '0190a5d3-0000-7000-8000-000000000000', response: isYes ? 'allow' : 'deny', reason_admin: { codes: [] } } };
};
const subject = { type: 'session', id: 's' };
const resource = { type: 'page', id: '1' };
const batch = async (request: unknown) => {
  asked.length = 0;
  const { evaluations } = await answerEvaluations(evaluationsRequest.parse(request), answerer);
  return evaluations.map(({ decision }) => decision);
};

test('what the top says holds where a question says nothing; each keeps its place', async () => {
  const decisions = await batch({
    subject, resource, action: { name: 'read' },
    evaluations: [{}, { action: { name: 'write' } }, { resource: { type: 'page', id: '2' } }, { subject: { type: 'access_token', id: 't' } }],
  });
  assert.deepEqual(decisions, [true, false, true, true]);
  assert.deepEqual(asked.map((each) => [each.subject.id, each.action.name, each.resource.id]),
    [['s', 'read', '1'], ['s', 'write', '1'], ['s', 'read', '2'], ['t', 'read', '1']]);
});

test('the semantic says where it ends; what comes after was never asked', async () => {
  const evaluations = ['read', 'write', 'read', 'write'].map((name) => ({ action: { name } }));
  const cases = [
    [undefined, [true, false, true, false]], ['execute_all', [true, false, true, false]],
    ['deny_on_first_deny', [true, false]], ['permit_on_first_permit', [true]],
  ] as const;
  for (const [evaluations_semantic, expected] of cases) {
    const decisions = await batch({ subject, resource, evaluations, ...(evaluations_semantic ? { options: { evaluations_semantic } } : {}) });
    assert.deepEqual(decisions, expected, evaluations_semantic);
    assert.equal(asked.length, expected.length);
  }
});

test('a question that is none is a no of its own, and so is one that can\'t be answered now', async () => {
  const { evaluations } = await answerEvaluations(evaluationsRequest.parse({
    subject, resource,
    evaluations: [
      { action: { name: 'read' } }, {}, { action: { name: 'break' } },
      { action: { name: 'read', properties: { amount: 'much', currency: 'EUR' } } },
    ],
  }), answerer);
  assert.equal(evaluations[0]!.decision, true);
  const faults = evaluations.slice(1).map(({ context }) => ('error' in context ? context.error : undefined));
  assert.deepEqual(faults.map((each) => [each?.status, each?.code]), [[400, 'request.invalid'], [503, 'server.busy'], [400, 'request.invalid']]);
  assert.match(faults[0]!.message, /^action/);
  assert.match(faults[2]!.message, /^action\.properties\.amount: is no amount/);
});

test('what nests is bounded, where it comes in: a fault of that question, told with its place', async () => {
  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
  const ask = (property: unknown) => ({ action: { name: 'read' }, resource: { ...resource, properties: { basket: property } } });
  const { evaluations } = await answerEvaluations(evaluationsRequest.parse({
    subject, evaluations: [ask(nested(deepestProperty)), ask(nested(deepestProperty + 1)), ask(nested(8_000)), ask(1)],
  }), answerer);
  assert.deepEqual(evaluations.map(({ decision }) => decision), [true, false, false, true]);
  for (const { context } of evaluations.slice(1, 3)) {
    assert.ok('error' in context && context.error.status === 400, JSON.stringify(context));
    assert.match(context.error.message, /^resource\.properties\.basket: nests deeper than 8 levels/);
  }
  const inContext = evaluationRequest.safeParse({ subject, ...ask(1), context: { a: { b: nested(4_000) } } });
  assert.deepEqual(inContext.error?.issues.map(({ path }) => path.join('.')), ['context.a']);
});

test('where the person comes from is an address, or is left away', () => {
  const faultsOf = (address: unknown) => evaluationRequest.safeParse({ subject, action: { name: 'read' }, resource, context: { client_address: address, other: 1 } })
    .error?.issues.map(({ path }) => path.join('.'));
  for (const address of ['192.0.2.7', '2001:db8::7', undefined]) assert.equal(faultsOf(address), undefined, String(address));
  for (const address of ['192.0.2.7:443', '192.0.2.300', '::1%eth0', 'home', '', null, 7, ['192.0.2.7'], '1'.repeat(10_000)]) {
    assert.deepEqual(faultsOf(address), ['context.client_address'], String(address).slice(0, 20));
  }
  assert.equal(clientAddressOf({ context: { client_address: '192.0.2.7' } }), '192.0.2.7');
  assert.equal(clientAddressOf({ context: { client_address: '::ffff:192.0.2.7' } }), '192.0.2.7');
  assert.equal(clientAddressOf({}), undefined);
});

test('a request with too many questions, an unknown semantic, or none at all is refused as a whole', () => {
  const faultsOf = (request: unknown) => evaluationsRequest.safeParse(request).error?.issues.map(({ path }) => path.join('.'));
  const many = Array.from({ length: mostEvaluations + 1 }, () => ({}));
  assert.deepEqual(faultsOf({ evaluations: many }), ['evaluations']);
  assert.deepEqual(faultsOf({ evaluations: 'all' }), ['evaluations']);
  assert.deepEqual(faultsOf({ evaluations: [{}], options: { evaluations_semantic: 'whatever' } }), ['options.evaluations_semantic']);
  assert.deepEqual(faultsOf({ subject, resource, evaluations: [] }), ['action']);
});

test('what breaks on our side fails the request, and is no answer', async () => {
  const request = evaluationsRequest.parse({ subject, resource, evaluations: [{ action: { name: 'read' } }] });
  await assert.rejects(answerEvaluations(request, async () => { throw new TypeError('a bug'); }), TypeError);
});
