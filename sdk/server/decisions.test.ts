import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDecisions, DecisionError, stepUpParameters, type Question } from './index.ts';
import { challenge, decisionPoint, no, wait, yes, type Answer } from './testing.ts';

const credentials = { clientId: 'shop', clientSecret: 'a b:c' };
const whenUnanswered = { 'order.pay': 'deny', 'profile.change': 'permit' } as const;
type Action = keyof typeof whenUnanswered;
const about = (action: Action): Question<Action> => ({ subject: { session: 's' }, action, resource: { type: 'order', id: '1' } });
/** For one that never answers; the others have all the time that a busy machine may need. */
const short = { timeout: 300, retries: 1 };
const patient = { timeout: 20_000, retries: 1 };

test('a question goes out as AuthZEN has it, with the transaction among the properties', async () => {
  const point = await decisionPoint(() => yes);
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  const decision = await decisions.evaluate({
    ...about('order.pay'), subject: { accessToken: 't' }, transaction: { amount: '5.00', currency: 'EUR' },
    resource: { type: 'order', id: '1', properties: { basket: 'x' } }, clientAddress: '192.0.2.7',
  });
  assert.deepEqual(decision, { id: 'd-1', codes: [], withoutServer: false, kind: 'permit' });
  const [{ path, authorization, body }] = point.asked as [typeof point.asked[0]];
  assert.equal(path, '/access/v1/evaluation');
  assert.equal(authorization, `Basic ${Buffer.from('shop:a+b%3Ac').toString('base64')}`);
  assert.deepEqual(body, {
    subject: { type: 'access_token', id: 't' }, action: { name: 'order.pay' },
    resource: { type: 'order', id: '1', properties: { basket: 'x', amount: '5.00', currency: 'EUR' } },
    context: { client_address: '192.0.2.7' },
  });
});

test('only a plain yes is a yes; a no says how to go on', async () => {
  const answers = [challenge, wait, no, ...['true', 1, null].map((decision): Answer => ({ json: { decision } }))];
  const point = await decisionPoint((_asked, count) => answers[count - 1]!);
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, timeout: 20_000, retries: 0 });
  const [first, second, third] = [
    await decisions.evaluate(about('order.pay')), await decisions.evaluate(about('order.pay')), await decisions.evaluate(about('order.pay')),
  ];
  assert.equal(first.kind, 'step-up');
  assert.deepEqual(first.kind === 'step-up' && stepUpParameters(first.stepUp), {
    acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr', max_age: '300', prompt: 'login',
    authorization_details: '[{"type":"urn:limen:transaction","action":"order.pay","amount":"5","currency":"EUR"}]',
  });
  assert.deepEqual([second.kind, second.kind === 'wait' && second.until.getFullYear()], ['wait', 2030]);
  assert.deepEqual([third.kind, third.codes], ['deny', ['cancelled']]);
  for (const _each of [1, 2, 3]) {
    const decision = await decisions.evaluate(about('order.pay'));
    assert.deepEqual([decision.kind, decision.withoutServer], ['deny', true], 'what is no decision is no answer');
  }
});

test('words for the person come by language, and whatever is no text is left out', async () => {
  const words = { en: 'Confirm that it is you.', de: 'Bestätigen Sie es.', fr: 7, es: null };
  const point = await decisionPoint((_asked, count) => ({ json: { decision: false, context: count === 1 ? { reason_user: words } : { reason_user: 'text' } } }));
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  const told = await decisions.evaluate(about('order.pay'));
  assert.deepEqual([told.words, told.wordsIn], [words.en, { en: words.en, de: words.de }]);
  assert.equal((await decisions.evaluate(about('order.pay'))).words, undefined);
});

test('connections are kept and used again', async () => {
  const point = await decisionPoint(() => yes);
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  for (let count = 0; count < 20; count += 1) await decisions.evaluate(about('order.pay'));
  assert.equal(point.asked.length, 20);
  assert.ok(point.connections.size <= 3, `${point.connections.size} connections for 20 questions`);
});

test('without an answer what was stated for the action is done, and the decision says so', async () => {
  const told: string[] = [];
  const point = await decisionPoint(() => 'hang');
  const decisions = createDecisions({
    server: point.url, credentials, whenUnanswered, ...short,
    onUnanswered: ({ action, why, done }) => told.push(`${action} ${why} ${done}`),
  });
  const begun = performance.now();
  const both = await Promise.all([decisions.evaluate(about('order.pay')), decisions.evaluate(about('profile.change'))]);
  assert.ok(performance.now() - begun < 10_000, 'it ends');
  assert.deepEqual(both, [
    { kind: 'deny', codes: ['unanswered-timeout'], withoutServer: true },
    { kind: 'permit', codes: ['unanswered-timeout'], withoutServer: true },
  ]);
  assert.deepEqual(told.sort(), ['order.pay timeout deny', 'profile.change timeout permit']);
});

test('a lost connection, an error of the server and a busy one are tried again, a bounded number of times', async () => {
  const cases: readonly (readonly [readonly Answer[], string, number])[] = [
    [['reset', yes], 'permit', 2], [[{ status: 503, json: {} }, yes], 'permit', 2], [['garbage', yes], 'permit', 2],
    [[{ status: 500, json: {} }, { status: 500, json: {} }, { status: 500, json: {} }, yes], 'deny', 3],
    // Longer than there is time for: not waited for.
    [[{ status: 429, json: {}, headers: { 'retry-after': '60' } }, yes], 'deny', 1],
  ];
  const keys = new Set<string>();
  for (const [answers, kind, asked] of cases) {
    const point = await decisionPoint((_question, count) => answers[count - 1]!);
    const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, timeout: 20_000, retries: 2 });
    assert.equal((await decisions.evaluate(about('order.pay'))).kind, kind, JSON.stringify(answers));
    assert.equal(point.asked.length, asked, JSON.stringify(answers));
    // Every try of a question is the same request, and no other question is.
    const [key, ...others] = new Set(point.asked.map((each) => each.key));
    assert.ok(others.length === 0 && key !== undefined && !keys.has(key));
    keys.add(key);
  }
});

test('who asks too often permits nothing by it, whatever was stated: alone, and as one of several', async () => {
  const told: string[] = [];
  const limited: Answer = { status: 429, json: { code: 'request.rate_limited' }, headers: { 'retry-after': '60' } };
  const busy = { decision: false, context: { error: { status: 429, code: 'request.rate_limited', message: 'too often' } } };
  const point = await decisionPoint(({ path }, count) => (count === 1 ? limited : path.endsWith('s') ? { json: { evaluations: [busy] } } : { status: 400, json: {} }));
  const decisions = createDecisions({
    server: point.url, credentials, whenUnanswered, timeout: 20_000, retries: 2,
    onUnanswered: ({ action, why, done }) => told.push(`${action} ${why} ${done}`),
  });
  const refused = { kind: 'deny', codes: ['unanswered-limited'], withoutServer: true };
  assert.deepEqual(await decisions.evaluate(about('profile.change')), refused);
  assert.deepEqual(await decisions.evaluations([about('profile.change')]), [refused]);
  assert.deepEqual(told, ['profile.change limited deny', 'profile.change limited deny']);
  // Nor is what the server refuses as no question.
  await assert.rejects(decisions.evaluate(about('profile.change')), DecisionError);
});

test('nobody there at all is an outage like others', async () => {
  const point = await decisionPoint(() => yes);
  point.server.close();
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  assert.deepEqual(await decisions.evaluate(about('profile.change')), { kind: 'permit', codes: ['unanswered-network'], withoutServer: true });
  const byToken = createDecisions({
    server: point.url, whenUnanswered, ...patient, credentials: { token: async () => { throw new TypeError('fetch failed'); } },
  });
  assert.equal((await byToken.evaluate(about('order.pay'))).withoutServer, true);
});

test('a fault of the question is no outage: it throws, whatever was stated', async () => {
  const refused: Answer = { status: 401, json: { code: 'access.unauthenticated', title: 'not known here' } };
  const point = await decisionPoint(() => refused);
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  await assert.rejects(decisions.evaluate(about('profile.change')), (error: unknown) => (
    error instanceof DecisionError && error.status === 401 && error.code === 'access.unauthenticated'));
  assert.equal(point.asked.length, 1);
  for (const action of ['payout.change', 'constructor', '__proto__'] as unknown as Action[]) {
    await assert.rejects(decisions.evaluate(about(action)), /whenUnanswered says nothing/);
  }
  assert.throws(() => createDecisions({ server: point.url, credentials, whenUnanswered: { a: 'maybe' as 'deny' } }), DecisionError);
  assert.throws(() => createDecisions({ server: point.url, credentials, whenUnanswered, timeout: 0 }), DecisionError);
  assert.throws(() => createDecisions({ server: point.url, credentials, whenUnanswered, retries: 9 }), DecisionError);
});

test('a label goes out with what an application knows; what was not taken is told', async () => {
  const answers: readonly Answer[] = [{ json: { outcome: 'recorded' } }, { status: 404, json: { code: 'decision.unknown', title: 'no such decision' } }, { status: 503, json: {} }];
  const point = await decisionPoint((_asked, count) => answers[count - 1]!);
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, timeout: 20_000, retries: 0 });
  const label = { id: 'd-1', source: 'chargeback', verdict: 'impostor', reference: 'dispute-1' } as const;
  assert.equal(await decisions.label(label), 'recorded');
  const { id: _id, ...body } = label;
  assert.deepEqual([point.asked[0]!.path, point.asked[0]!.body], ['/access/v1/decisions/d-1/labels', body]);
  await assert.rejects(decisions.label(label), (error: unknown) => error instanceof DecisionError && error.code === 'decision.unknown');
  await assert.rejects(decisions.label(label), (error: unknown) => error instanceof DecisionError && error.status === undefined);
});

test('several questions keep their order, end where their semantic says, and fail each in its own way', async () => {
  const [one, two, three] = [yes, no, challenge].map((each) => (each as { json: unknown }).json);
  const busy = { decision: false, context: { error: { status: 503, code: 'server.busy', message: 'busy' } } };
  const wrong = { decision: false, context: { error: { status: 400, code: 'request.invalid', message: 'no' } } };
  let evaluations: unknown[] = [one, two, three];
  const point = await decisionPoint(() => ({ json: { evaluations } }));
  const decisions = createDecisions({ server: point.url, credentials, whenUnanswered, ...patient });
  const many = [about('order.pay'), about('profile.change'), about('order.pay')];
  const kinds = async (semantic?: Parameters<typeof decisions.evaluations>[1]) => (await decisions.evaluations(many, semantic)).map(({ kind }) => kind);
  assert.deepEqual(await kinds(), ['permit', 'deny', 'step-up']);
  assert.deepEqual(point.asked[0]!.body['options'], { evaluations_semantic: 'execute_all' });
  assert.deepEqual(await kinds('deny_on_first_deny'), ['permit', 'deny']);
  evaluations = [busy, busy, wrong];
  assert.deepEqual(await kinds(), ['deny', 'permit', 'deny']);
  // Fewer than were asked, more, or none: no answer, which is each action's own.
  for (const broken of [[one], [one, one, one, one]]) {
    evaluations = broken;
    assert.deepEqual(await kinds(), ['deny', 'permit', 'deny']);
  }
  assert.deepEqual(await decisions.evaluations([]), []);
  await assert.rejects(decisions.evaluations(Array.from({ length: 51 }, () => about('order.pay'))), DecisionError);
});
