/** What is kept of decisions, what became of them, and what is said of them later; drafts that watch; made-up situations. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownActions, ShownDecisionInFull, ShownWatch, ShownWatchReport, WhatIfAnswer } from '../../../contract/admin/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import { day, hasCode, minute } from '../kernel/index.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const clock = () => new Date(Date.now() + ahead);
const server = await startTestServer({}, { clock });
const { limen, ground: { database }, config: { url, port, dataFolder } } = server;
const fetch = fetchFrom(() => port);
const operator = operatorOf(dataFolder);
const house = { url, fetch, operator };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const gift = `
  gift.send:
    about: Send a gift card
    valueAtRisk: elevated
    frictionTolerance: medium
    stakes: { loss: 50, friction: 2.5 }
    reasons:
      device-unknown: device.knownFor < duration("24h")
    responses:
      - { respond: challenge, with: email-code, within: 5m, when: has.email }
      - { respond: delay, for: 2h }
    exploration: { letGo: 0.05 }
`;
await changePolicy(house, 'customers', 'checkpoints.yaml', (text) => `${text.trimEnd()}\n${gift}`);
const files = (await operator.call<{ files: PolicyFile[] }>('GET', '/populations/customers/policy/files')).files;
const filesWith = (change: (text: string) => string): PolicyFile[] => (
  files.map(({ path, text }) => ({ path, text: path === 'checkpoints.yaml' ? change(text) : text })));

let count = 0;
/** Somebody new, in a browser of their own, whose session exploration leaves alone unless it is asked for. */
async function newCustomer() {
  count += 1;
  const email = `record${count}@example.org`;
  const browser = new TestBrowser(fetch);
  const asked = await shop.ask({ prompt: 'create' });
  const claims = (await shop.redeem(await signUp(browser, asked.url, email, mailbox), asked)).claims()!;
  const session = (await limen.sessions.find('customers', String(claims.sid)))!;
  return { email, browser, session, sub: claims.sub };
}
type Session = Awaited<ReturnType<typeof newCustomer>>['session'];

const evaluate = (session: Session, action = 'gift.send', id = 'main') => limen.checkpoints.evaluate({
  population: 'customers', client: shop.id, session, action: { name: action }, resource: { type: 'thing', id },
});
const recordOf = async (id: string): Promise<ShownDecisionInFull> => (
  (await operator.call('GET', `/populations/customers/decisions/${id}`)).decision as ShownDecisionInFull);

/** Another session of somebody, without a sign-in. */
async function anotherSession(principal: string): Promise<Session> {
  const { session } = await database.transaction((tx) => limen.sessions.start(tx, {
    ref: { population: 'customers', principal }, proofs: [{ kind: 'email-code', at: clock() }],
  }));
  return session;
}

/** Asks in new sessions until a draw says so; one of twenty is let go, so 400 without one are one in a billion. */
async function drawn(principal: string, response: 'allow' | 'challenge'): Promise<{ session: Session; id: string }> {
  for (let tries = 0; tries < 400; tries += 1) {
    const session = await anotherSession(principal);
    const answer = await evaluate(session);
    if (answer.response === response) return { session, id: answer.id };
  }
  return assert.fail(`no draw of 400 came to ${response}`);
}

test('the record says what was seen and from where, what was missing, at stake and possible; then what became of it', async () => {
  // One session of twenty is let go by a draw; that one is looked at further down.
  let person = await newCustomer();
  let answer = await evaluate(person.session);
  while (answer.response === 'allow') {
    person = await newCustomer();
    answer = await evaluate(person.session);
  }
  const { sub, session, email, browser } = person;
  const { id } = answer;
  const made = await recordOf(id);
  assert.deepEqual([made.response, made.mode, made.provenance['device'], made.provenance['has'], made.model === null], ['challenge', 'live', 'session', 'credentials', false]);
  assert.ok(made.missing.includes('recovered') && made.missing.some((each) => each.startsWith('risk: ')), made.missing.join());
  const { valueAtRisk, stakes, answers, explored, seed } = made.weighing!;
  assert.deepEqual([valueAtRisk, stakes.loss, explored, typeof seed], ['elevated', { amount: 50, from: 'policy' }, false, 'number']);
  assert.deepEqual(answers.map((each) => [each.answer, each.propensity]), [['allow', 0.05], ['email-code', 0.95], ['delay', 0]]);
  assert.ok(answers.every(({ cost }) => cost !== null && cost >= 0));
  assert.deepEqual([made.labels, made.followUps, made.shadows, made.retention], [[], [], [], 'decision-400d']);
  assert.equal(Date.parse(made.keptUntil) - Date.parse(made.at), 400 * day);

  const asked = await shop.ask({ acr_values: `urn:limen:acr:basic urn:limen:decision:${id}`, max_age: '300', prompt: 'login' });
  const screen = await browser.visit(asked.url);
  const wrong = await browser.send(screen, { choice: 'continue', code: '000000' });
  await shop.redeem(await browser.send(wrong, { choice: 'continue', code: await mailbox.code(email) }), asked);
  const again = await evaluate((await limen.sessions.find('customers', session.id))!);
  assert.deepEqual([again.response, again.reasons], ['allow', ['device-unknown', 'challenge-met']]);
  const after = await until('what became of it is written', async () => {
    const found = await recordOf(id);
    return found.followUps.some(({ kind }) => kind === 'passed') && found;
  });
  assert.equal(after.outcome, 'permitted');
  assert.deepEqual(after.followUps.map(({ kind, what }) => `${kind} ${what}`), ['shown email-code', 'failed email-code', 'passed email-code']);
  assert.ok(after.followUps.every(({ ms }) => ms >= 0 && ms < minute) && after.followUps[1]!.code !== null);

  // It is counted by itself, as what it came to.
  const passed = async () => (await operator.call<ShownActions>('GET', '/populations/customers/actions')).actions.find(({ name }) => name === after.action)!.went.challenges;
  assert.deepEqual(await until('it is counted', async () => (await passed()).passed > 0 && passed()), { shown: 1, passed: 1, abandoned: 0 });

  // Later the owner says that it was somebody else.
  await database.transaction((tx) => limen.checkpoints.takeBack(tx, { population: 'customers', principal: sub }, 'test', { doneIn: { session: session.id } }));
  const reported = await until('the report is a label', async () => {
    const found = await recordOf(id);
    return found.labels.length > 0 && found;
  });
  assert.deepEqual(reported.labels.map(({ source, verdict, confidence, givenBy }) => [source, verdict, Math.round(confidence * 10) / 10, givenBy]),
    [['not-me', 'impostor', 0.9, `principal:${sub}`]]);
});

test('"this was not me" speaks of the browser it names: of that one\'s decisions and mark, and no other\'s', async () => {
  const { sub, session: own } = await newCustomer();
  const ref = { population: 'customers', principal: sub };
  const marks = { theirs: Buffer.alloc(32, 1), thiefs: Buffer.alloc(32, 2) };
  const sessionIn = async (deviceHash: Buffer): Promise<Session> => database.transaction(async (tx) => {
    await limen.credentials.marked(tx, ref, deviceHash.toString('base64url'));
    return (await limen.sessions.start(tx, { ref, proofs: [{ kind: 'email-code', at: clock() }], deviceHash })).session;
  });
  const [theirs, first, second] = [await sessionIn(marks.theirs), await sessionIn(marks.thiefs), await sessionIn(marks.thiefs)];
  const decisions: string[] = [];
  for (const session of [own, theirs, first, second]) decisions.push((await evaluate(session, 'browse')).id);
  // What was stopped in that browser was as little the owner's as what went through there.
  decisions.push((await evaluate(second, 'payout.change')).id);
  assert.equal((await recordOf(decisions.at(-1)!)).response, 'delay');
  const spared = async () => (await database.pool.query('select device from credential_device where principal = $1', [sub])).rows.length;
  const labelled = async () => {
    const found = [];
    for (const id of decisions) found.push((await recordOf(id)).labels.length);
    return found;
  };
  const before = await spared();
  const report = (reported?: Parameters<typeof limen.checkpoints.reportPath>[2]) => (
    limen.checkpoints.report('customers', limen.checkpoints.reportPath(ref, 'action-news', reported).split('/').at(-1)!));
  // With all that a notice can tell, it is still an address that the server takes.
  const longest = limen.checkpoints.reportPath(ref, 'credential-changed', { credential: sub, doneIn: { session: first.id } });
  assert.ok((await fetch(`${url}/customers${longest}`)).status === 200, `${longest.length} characters`);
  await report({ doneIn: { session: first.id } });
  assert.deepEqual([await labelled(), await spared()], [[0, 0, 1, 1, 1], before - 1]);
  // By the mark alone, as a notice of a binding names it: the same once more changes nothing.
  await report({ doneIn: { mark: marks.thiefs.toString('base64url') } });
  assert.deepEqual([await labelled(), await spared()], [[0, 0, 1, 1, 1], before - 1]);
  // Where nobody knows which one it was, none is spared any more, and nothing is said of any decision.
  await report();
  assert.deepEqual([await labelled(), await spared()], [[0, 0, 1, 1, 1], 0]);
});

test('labels come by API, each once; for a decision that is not there, a clear error', async () => {
  const { session, sub } = await newCustomer();
  const { id } = await evaluate(session, 'payout.change');
  const at = `/populations/customers/decisions/${id}/labels`;
  const body = { source: 'chargeback', verdict: 'impostor', reference: 'dispute-1' };
  const first = await operator.call('POST', at, body);
  assert.deepEqual([first.outcome, first.labels.length], ['recorded', 1]);
  // Sent again, even with something else in it, it changes nothing.
  const again = await operator.call('POST', at, { ...body, verdict: 'genuine' });
  assert.deepEqual([again.outcome, again.labels[0].verdict], ['known', 'impostor']);
  const other = await operator.call('POST', at, { source: 'confirmed', verdict: 'genuine', reference: 'case-7', confidence: 0.5 });
  assert.deepEqual([other.outcome, other.labels.length], ['recorded', 2]);
  const together = await Promise.all([1, 2, 3, 4].map(() => operator.call('POST', at, { ...body, reference: 'dispute-2' })));
  assert.equal(together.filter(({ outcome }) => outcome === 'recorded').length, 1);
  const told = (await operator.events('decision.labelled')).filter(({ open }) => open['decision'] === id);
  assert.deepEqual(told.map(({ open }) => [open['source'], open['verdict']]), [['chargeback', 'impostor'], ['confirmed', 'genuine'], ['chargeback', 'impostor']]);

  // A colleague speaks of themselves as little as they say yes to what they asked for.
  const own = { population: 'customers', decision: id, source: 'confirmed', verdict: 'genuine', reference: 'case-8' } as const;
  await assert.rejects(limen.checkpoints.label({ ...own, actor: { kind: 'principal', id: sub } }), (error) => hasCode(error, 'label.own'));

  const missing = await operator.ask('POST', '/populations/customers/decisions/0190a5d3-0000-7000-8000-000000000000/labels', body);
  assert.deepEqual([missing.status, missing.body.code], [404, 'decision.unknown']);
  assert.equal((await operator.ask('POST', at.replace('customers', 'workforce'), body)).body.code, 'decision.unknown');
  // Taken back, said otherwise, and all of it stays; a repeated delivery of the first turns nothing over.
  const entry = async (given: object) => (await operator.call('POST', at, { ...body, ...given })).outcome;
  assert.deepEqual([await entry({ verdict: 'withdrawn', note: 'Another payment was meant' }), await entry({ verdict: 'withdrawn' }), await entry({})], ['recorded', 'known', 'known']);
  assert.deepEqual([await entry({ verdict: 'genuine', supersedes: true }), await entry({ verdict: 'genuine', supersedes: true }), await entry({})], ['recorded', 'known', 'known']);
  const history = (await recordOf(id)).labels.filter(({ reference }) => reference === body.reference);
  assert.deepEqual(history.map(({ revision, verdict, stands, note }) => [revision, verdict, stands, note]),
    [[0, 'impostor', false, null], [1, 'withdrawn', false, 'Another payment was meant'], [2, 'genuine', true, null]]);
  const turned = await Promise.all([1, 2, 3].map(() => entry({ supersedes: true })));
  assert.equal(turned.filter((outcome) => outcome === 'recorded').length, 1);
  const nothing = await operator.ask('POST', at, { ...body, reference: 'dispute-9', verdict: 'withdrawn' });
  assert.deepEqual([nothing.status, nothing.body.code], [404, 'label.unknown']);
  for (const faulty of [{ ...body, note: ' ' }, { ...body, note: 'n'.repeat(301) }, { ...body, source: 'not-me' }, { ...body, confidence: 2 }, { ...body, reference: '' }, { ...body, verdict: 'fraud' }]) {
    assert.equal((await operator.ask('POST', at, faulty)).status, 400);
  }
});

test('an application says what came of its own decisions by its own credentials, and of no other\'s', async () => {
  const { session } = await newCustomer();
  const { id } = await evaluate(session, 'payout.change');
  const label = async (body: unknown, { id: client, secret }: { id: string; secret: string } = shop, of = id) => {
    const answer = await fetch(`${url}/access/v1/decisions/${of}/labels`, {
      method: 'POST', body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'authorization': `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}` },
    });
    const { outcome, code } = await answer.json() as { outcome?: string; code?: string };
    return [answer.status, outcome ?? code];
  };
  const body = { source: 'chargeback', verdict: 'impostor', reference: 'dispute-9' };
  assert.deepEqual([await label(body), await label({ ...body, verdict: 'genuine' })], [[200, 'recorded'], [200, 'known']]);
  assert.deepEqual((await recordOf(id)).labels.map(({ source, verdict, confidence, givenBy }) => [source, verdict, Math.round(confidence * 10) / 10, givenBy]),
    [['chargeback', 'impostor', 0.8, `client:${shop.id}`]]);
  const other = await testApplication(house, 'customers');
  const intranet = await testApplication(house, 'workforce');
  for (const stranger of [other, intranet]) assert.deepEqual(await label(body, stranger), [404, 'decision.unknown']);
  for (const unknown of ['0190a5d3-0000-7000-8000-000000000000', 'x', `${id}0`]) assert.deepEqual(await label(body, shop, unknown), [404, 'decision.unknown']);
  assert.deepEqual(await label(body, { id: shop.id, secret: 'wrong' }), [401, 'access.unauthenticated']);
  for (const faulty of [{}, { ...body, source: 'not-me' }, { ...body, source: 'confirmed' }, { ...body, verdict: 'thief' }, { ...body, reference: '  ' },
    { ...body, reference: 'x'.repeat(121) }, { ...body, confidence: 1 }]) assert.deepEqual(await label(faulty), [400, 'request.invalid'], JSON.stringify(faulty));
  assert.equal((await recordOf(id)).labels.length, 1);
});

test('what opens the account is replaced within 72 hours: the decisions before say so', async () => {
  const { session, sub } = await newCustomer();
  ahead += 4 * day;
  const living = await anotherSession(sub);
  const { id } = await evaluate(living, 'payout.change');
  await database.pool.query('update checkpoint_decision set response = \'allow\' where id = $1', [id]);
  const ref = { population: 'customers', principal: sub };
  const occasion = { actor: { kind: 'system' } } as const;
  await database.transaction((tx) => limen.credentials.passwords.set(tx, ref, 'a password of the owner', { minimum: 8, context: [], occasion }));
  const [held] = await limen.credentials.list(database.db, ref);
  await database.transaction((tx) => limen.credentials.remove(tx, ref, held!.id, { reason: 'replaces-lost', occasion }));
  const { labels } = await until('the reset is a label', async () => {
    const found = await recordOf(id);
    return found.labels.length > 0 && found;
  });
  assert.deepEqual(labels.map(({ source, givenBy }) => [source, givenBy]), [['credential-reset', 'system']]);
  assert.ok(session.id !== living.id);
});

test('whoever a draw has let go can change nothing of high value in that session, nor what opens the account', async () => {
  const { sub, session: own } = await newCustomer();
  ahead += 4 * day;
  const { session, id } = await drawn(sub, 'allow');
  const { weighing, reasons } = await recordOf(id);
  assert.deepEqual([weighing!.explored, reasons], [true, ['device-unknown', 'explored']]);
  assert.ok(weighing!.seed! < 0.05 * 2 ** 48);
  assert.equal((await evaluate(session, 'gift.send', 'another')).response, 'challenge', 'a session is let go once');
  const { response, reasons: why } = await evaluate(session, 'payout.change');
  assert.deepEqual([response, why.includes('session-explored')], ['deny', true]);
  const visitor = { session, device: 'A browser', locale: 'en', clientAddress: '192.0.2.1' };
  await assert.rejects(limen.account.missingProof(visitor), (error) => hasCode(error, 'session.contained'));
  await assert.rejects(limen.account.issueRecoveryCodes(visitor), (error) => hasCode(error, 'session.contained'));
  // Only that session: the person's others go on as before.
  assert.ok((await limen.account.missingProof({ ...visitor, session: own }))?.acr);
  const challenged = await drawn(sub, 'challenge');
  assert.equal((await evaluate(challenged.session)).response, 'challenge', 'to ask again is no second draw');
});

test('a run in the browser of a session that a draw has let go makes nothing that would raise it', async () => {
  const { session, browser, email, sub } = await newCustomer();
  /** An application asks for a passkey, of somebody who has none; as far as what comes after the code. */
  const stepUp = async () => {
    const { url: to } = await shop.ask({ acr_values: 'urn:limen:acr:phr', prompt: 'login' });
    return browser.send(await browser.visit(to), { choice: 'continue', code: await mailbox.code(email) });
  };
  assert.match((await stepUp()).body, /excludeCredentials/, 'one may be made');
  const { id } = await evaluate(session);
  await database.pool.query(`update checkpoint_decision set response = 'allow', explored = true where id = $1`, [id]);
  const page = await stepUp();
  assert.match(page.body, /session\.contained/, page.url);
  const [credential] = await limen.credentials.list(database.db, { population: 'customers', principal: sub });
  assert.equal(credential, undefined);
  // A question of a journey in that browser is answered as one in the session.
  const evidence = {
    ...session, in: { run: session.id }, isContained: () => limen.checkpoints.isContained(database.db, 'customers', session.id), deviceKnownSince: async () => session.startedAt,
  };
  const policy = await limen.policies.current('customers');
  const { response, reasons } = await database.transaction((tx) => limen.checkpoints.evaluateRun(tx, {
    population: 'customers', client: shop.id, policy, evidence, action: { name: 'credential.reset' }, resource: { type: 'account', id: sub },
  }));
  assert.deepEqual([response, reasons.includes('session-explored')], ['deny', true]);
});

test('a draft watches, nobody feels it, and it says how often it would answer otherwise', async () => {
  const { sub } = await newCustomer();
  const watch = async (name: string, draft: PolicyFile[], days = 7) => operator.ask('POST', '/populations/customers/watches', { name, days, files: draft });
  const strict = filesWith((text) => text.replaceAll('respond: challenge, with: email-code, within: 5m, when: has.email', 'respond: delay, for: 1h, when: has.email'));
  const { body: { watch: started } } = await watch('Gift cards wait', strict) as { body: { watch: ShownWatch } };
  assert.deepEqual([started.name, started.actions.includes('gift.send'), started.stoppedAt], ['Gift cards wait', true, null]);
  const answered = await drawn(sub, 'challenge');
  const { shadows, response } = await recordOf(answered.id);
  assert.deepEqual([response, shadows.map((each) => [each.watch, each.mode, each.response])], ['challenge', [[started.id, 'report-only', 'delay']]]);
  assert.equal((await limen.inbox.list(100)).filter(({ kind, to }) => kind === 'action-delayed' && to === `record${count}@example.org`).length, 0);
  await evaluate(answered.session, 'payout.change');
  const report = await operator.call<ShownWatchReport>('GET', `/populations/customers/watches/${started.id}`);
  const pair = report.pairs.find(({ response: given, shadow }) => given === 'challenge' && shadow === 'delay')!;
  assert.ok(pair.count >= 1 && pair.action === 'gift.send' && report.seen > report.otherwise && report.otherwise >= pair.count, JSON.stringify(report.pairs));
  assert.ok(report.examples.some(({ decision, shadow }) => decision === answered.id && shadow.response === 'delay'));

  const { body: faulty } = await watch('Broken', filesWith((text) => text.replace('respond: delay', 'respond: nothing')));
  assert.equal(faulty.code, 'policy.invalid');
  assert.equal((await watch('For ever', strict, 31)).status, 400);
  const { watches } = limen.checkpoints;
  const another = (name: string) => watches.start({ population: 'customers', name, days: 1, rules: { checkpoints: { actions: {} } }, basedOn: null, actor: { kind: 'system' } });
  const [second, third] = [await another('Second'), await another('Third')];
  await assert.rejects(another('Fourth'), (error) => hasCode(error, 'watch.too_many'));
  for (const id of [started.id, second.id, third.id, started.id]) await operator.call('POST', `/populations/customers/watches/${id}/stop`);
  const after = await recordOf((await evaluate(await anotherSession(sub))).id);
  assert.deepEqual(after.shadows, []);
  const told = await operator.events('watch.started', 'watch.stopped');
  assert.deepEqual(told.map(({ type }) => type), ['watch.started', 'watch.started', 'watch.started', 'watch.stopped', 'watch.stopped', 'watch.stopped']);
  assert.equal((await operator.ask('GET', '/populations/workforce/watches/0190a5d3-0000-7000-8000-000000000000')).body.code, 'watch.unknown');
});

test('a made-up situation is answered by the policy in force, by a draft, and beginning with a decision', async () => {
  const ask = (body: object) => operator.ask('POST', '/populations/customers/what-if', { action: 'gift.send', ...body });
  const before = (await operator.call('GET', '/populations/customers/decisions?limit=1')).decisions[0].id as string;
  const { body: unknown } = await ask({ situation: { deviceKnownFor: 0 } }) as { body: WhatIfAnswer };
  assert.deepEqual([unknown.mode, unknown.answer!.response, unknown.answer!.nearest?.fact], ['what-if', 'challenge', 'a code by e-mail']);
  const { body: draft } = await ask({ situation: { deviceKnownFor: 0 }, files: filesWith((text) => text.replace('exploration: { letGo: 0.05 }', 'exploration: { letGo: 0.5 }')) });
  assert.deepEqual([draft.answer, draft.faults.length > 0], [null, true]);
  const { body: looser } = await ask({ situation: { deviceKnownFor: 0 }, files: filesWith((text) => text.replace(/(gift\.send:[\s\S]*)duration\("24h"\)/, '$1duration("0s")')) });
  assert.deepEqual([looser.version, looser.answer.response], [null, 'allow']);
  const { body: from } = await ask({ decision: before, situation: { risk: { band: 'critical' } } });
  assert.equal(from.answer.band, 'critical');
  assert.equal((await ask({ action: 'gift.receive' })).body.code, 'action.unknown');
  for (const situation of [{ deviceKnownFor: -1 }, { colour: 'red' }, { risk: { band: 'odd' } }, { acr: 'strong' }]) assert.equal((await ask({ situation })).status, 400);
  assert.equal((await operator.call('GET', '/populations/customers/decisions?limit=1')).decisions[0].id, before, 'nothing is recorded');
  assert.equal((await operator.events('operator.acted')).filter(({ open }) => open['operation'] === 'decision.what-if').length, 0);
});

test('a made-up situation is kept where somebody wants it, apart from decisions: nothing follows, labels or counts it', async () => {
  const { session, sub } = await newCustomer();
  const based = (await evaluate(session, 'payout.change')).id;
  const keep = (body: object) => operator.ask('POST', '/populations/customers/what-if/kept', { action: 'gift.send', situation: { deviceKnownFor: 0 }, ...body });
  const counted = async () => (await operator.call<ShownActions>('GET', '/populations/customers/actions')).actions.map(({ went }) => went.requests);
  const list = async (narrowed: string) => ((await operator.call('GET', `/populations/customers/decisions?limit=200&${narrowed}`)).decisions as ShownDecisionInFull[]).map(({ id }) => id);
  await until('what was decided before is counted', async () => {
    const made = (await operator.events('decision.made')).find(({ open }) => open['decision'] === based)!.position;
    const { rows: [progress] } = await database.pool.query<{ position: number }>('select position from checkpoint_traffic_progress where not simulated');
    return made !== null && Number(progress!.position) >= made;
  });
  const before = await counted();
  const { body: { answer, kept } } = await keep({ decision: based });
  const found = await recordOf(kept.id);
  assert.deepEqual([found.mode, found.response, found.principal, found.session, found.retention], ['what-if', answer.response, null, null, 'what-if-7d']);
  assert.equal(Date.parse(found.keptUntil) - Date.parse(found.at), 7 * day);
  assert.ok((await list('mode=what-if')).includes(kept.id) && !(await list('')).includes(kept.id) && !(await list('mode=live')).includes(kept.id));
  assert.deepEqual(await counted(), before);
  assert.equal((await operator.ask('POST', `/populations/customers/decisions/${kept.id}/labels`, { source: 'support', verdict: 'genuine', reference: 'x' })).body.code, 'decision.unknown');
  assert.equal((await keep({ files: filesWith((text) => text.replace('respond: delay', 'respond: nothing')) })).body.kept, null);
  assert.ok((await operator.events('operator.acted')).some(({ open }) => open['operation'] === 'decision.keep-what-if'));

  await database.transaction((tx) => limen.checkpoints.forget(tx, { population: 'customers', principal: sub }));
  assert.ok(!(await list('mode=what-if')).includes(kept.id), 'with the person goes what began with a decision about them');
  const { body: { kept: other } } = await keep({});
  ahead += 8 * day;
  try {
    await limen.checkpoints.tidy();
  } finally {
    ahead -= 8 * day;
  }
  assert.ok(!(await list('mode=what-if')).includes(other.id), 'a week later it is gone');
});

test('with the person goes what was decided about them and said of it', async () => {
  const { session, sub } = await newCustomer();
  const { id } = await evaluate(session, 'payout.change');
  await operator.call('POST', `/populations/customers/decisions/${id}/labels`, { source: 'support', verdict: 'genuine', reference: 'call-1' });
  await database.transaction((tx) => limen.directory.erase(tx, { population: 'customers', principal: sub }, { kind: 'system' }, 'test'));
  await until('it is gone', async () => (await operator.ask('GET', `/populations/customers/decisions/${id}`)).status === 404);
  const { rows } = await database.pool.query('select 1 from checkpoint_label where decision = $1', [id]);
  assert.deepEqual(rows, []);
});

test('what earlier decisions mean is found by indexes, in one question', async () => {
  const client = await database.pool.connect();
  try {
    // A small table would be read through; what matters is which ways there are once it is large.
    await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain select
      (select at from checkpoint_decision where population = 'customers' and principal = gen_random_uuid() and client = 'shop'
        and digest = '\\x00' and response = 'challenge' and outcome is null and session is not distinct from null and run is not distinct from null
        order by at limit 1),
      exists (select from checkpoint_decision where population = 'customers' and session = gen_random_uuid() and explored and response = 'allow')`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    assert.doesNotMatch(plan, /Seq Scan/, plan);
    assert.match(plan, /checkpoint_decision_explored/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
