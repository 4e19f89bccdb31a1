import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Machine } from '../../../contract/admin/what-if.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, hour } from '../kernel/index.ts';
import { whatIf } from './ask-what-if.ts';

const ledger = 'https://ledger.example/';
const strict: Checkpoint = {
  about: 'Issue of an access token', valueAtRisk: 'high', frictionTolerance: 'high',
  reasons: {
    'unbound-write': '"ledger.write" in token.scopes && !token.bound',
    'secret-old': 'client.authentication == "secret" && client.credentialAge > duration("2160h")',
    'network-new': 'network.isNew',
    'at-night': `token.resource == "${ledger}" && (time.hour < 6 || time.weekday > 5)`,
    agents: 'client.kind == "agent" && client.id != "support-agent"',
  },
  responses: [
    { respond: 'review', within: '24h', when: 'network.kind == "private"' }, { respond: 'notify', when: 'token.bound && network.isNew' }, { respond: 'deny' },
  ],
};
const ask = (machine: Machine, checkpoint = strict, seen?: object) => (
  whatIf({ checkpoints: { actions: { 'token.issue': checkpoint } } }, { action: 'token.issue', situation: {}, machine }, seen && { features: seen as never }).answer);

test('nothing stands out: yes, every rule in order, the first that did not hold, and what would turn it', () => {
  const { response, band, probability, rules, firstUnmet, nearest } = ask({});
  assert.deepEqual([response, band, probability], ['allow', null, null]);
  assert.deepEqual(rules.map(({ kind, name, held, chosen }) => [kind, name, held, chosen]), [
    ...['unbound-write', 'secret-old', 'network-new', 'at-night', 'agents'].map((name) => ['reason', name, false, false]),
    ['response', 'review', false, false], ['response', 'notify', false, false], ['response', 'deny', true, false],
  ]);
  assert.deepEqual([firstUnmet?.name, firstUnmet?.facts], ['unbound-write', [{ fact: 'token.scopes', value: 'none' }, { fact: 'token.bound', value: 'false' }]]);
  assert.deepEqual([nearest?.fact, nearest?.from, nearest?.to, nearest?.response, nearest?.reasons], ['client.kind', 'service', 'agent', 'deny', ['agents']]);
});

const cases: readonly (readonly [string, Machine, readonly [string, readonly string[]], readonly [string, string, string]])[] = [
  ['a bound token would do', { scopes: ['ledger.read', 'ledger.write'] }, ['deny', ['unbound-write']], ['token.bound', 'true', 'allow']],
  ['a key would do', { credentialAge: 91 * day }, ['deny', ['secret-old']], ['client.authentication', 'key', 'allow']],
  ['a secret just changed', { credentialAge: 2_160 * hour }, ['allow', []], ['client.credentialAge', '7776001s', 'deny']],
  ['a yes would do', { network: 'private', networkIsNew: true }, ['review', ['network-new']], ['the review', 'approved', 'allow']],
  ['somebody said no', { network: 'private', networkIsNew: true, review: 'refused' }, ['deny', ['network-new', 'review-refused']], ['the review', 'approved', 'allow']],
  ['a yes that stands', { network: 'private', networkIsNew: true, review: 'approved' }, ['allow', ['network-new', 'review-approved']], ['the review', 'refused', 'deny']],
  ['an hour later', { resource: ledger, hour: 5 }, ['deny', ['at-night']], ['time.hour', '6', 'allow']],
  ['on Sunday', { resource: ledger, weekday: 7 }, ['deny', ['at-night']], ['token.resource', 'none', 'allow']],
  ['another machine', { kind: 'agent' }, ['deny', ['agents']], ['client.kind', 'service', 'allow']],
  ['noticed and bound', { bound: true, networkIsNew: true }, ['notify', ['network-new']], ['token.bound', 'false', 'deny']],
];
for (const [name, machine, answer, turned] of cases) {
  test(`what if a machine: ${name}`, () => {
    const { response, reasons, nearest, tried } = ask(machine);
    assert.deepEqual([response, reasons], answer);
    assert.deepEqual([nearest?.fact, nearest?.to, nearest?.response], turned);
    assert.ok(tried < 200, String(tried));
  });
}

test('what a condition names is tried: scopes, APIs and machines; what nothing turns is said so', () => {
  const deny = (condition: string): Checkpoint => ({ ...strict, reasons: { it: condition }, responses: [{ respond: 'deny' }] });
  const turn = (condition: string, machine: Machine = {}) => {
    const { nearest } = ask(machine, deny(condition));
    return nearest && [nearest.fact, nearest.from, nearest.to];
  };
  assert.deepEqual(turn("'ledger.write' in token.scopes"), ['token.scopes', 'none', 'ledger.write']);
  assert.deepEqual(turn("'ledger.write' in token.scopes", { scopes: ['ledger.read', 'ledger.write'] }), ['token.scopes', 'ledger.read, ledger.write', 'ledger.read']);
  assert.deepEqual(turn(`token.resource == '${ledger}'`), ['token.resource', 'none', ledger]);
  assert.deepEqual(turn("client.id == 'billing'"), ['client.id', 'some-job', 'billing']);
  assert.deepEqual(turn("client.id == 'billing'", { client: 'billing' }), ['client.id', 'billing', 'some-other-machine']);
  assert.deepEqual(turn('time.weekday == 5'), ['time.weekday', '3', '5']);
  assert.deepEqual([turn('true'), ask({}, deny('true')).tried], [null, 0]);
});

test('it begins with what a decision was made from, also where no condition asked for all of it then', () => {
  const seen = {
    client: { id: 'nightly', age: day, authentication: 'key', credentialAge: day }, token: { resource: ledger, scopes: ['ledger.write'], bound: true },
    network: { kind: 'private', place: 'private' }, time: { hour: 3, weekday: 1 }, review: { state: 'waiting', dueIn: hour },
  };
  assert.deepEqual([ask({}, strict, seen).response, ask({}, strict, seen).reasons], ['review', ['at-night']]);
  assert.equal(ask({ hour: 9 }, strict, seen).response, 'allow');
  assert.equal(ask({ network: 'hosting' }, strict, seen).response, 'deny');
  assert.equal(ask({ review: 'approved' }, strict, seen).response, 'allow');
  const { credentialAge: _unknown, ...client } = seen.client;
  const { reasons, nearest } = ask({ hour: 9, network: 'hosting', authentication: 'secret' }, strict, { ...seen, client });
  assert.deepEqual([reasons, nearest?.fact, nearest?.from], [['secret-old', 'made-on-less', 'condition-failed'], 'client.authentication', 'secret'], 'an age that nobody knows');
  assert.equal(ask({ hour: 9, authentication: 'secret', credentialAge: null }, strict, seen).rules[1]!.held, null);
});

test('a checkpoint that only reports says so, and what it would have come to', () => {
  const { response, onlyReports } = ask({ networkIsNew: true }, { ...strict, mode: 'report-only' });
  assert.deepEqual([response, onlyReports, ask({}).onlyReports], ['deny', true, false]);
});

test('texts of any length fit into the answer', () => {
  const { rules } = ask({ scopes: Array.from({ length: 50 }, (_, at) => `${'s'.repeat(90)}${at}`), resource: 'r'.repeat(200) });
  assert.ok(rules.flatMap(({ facts }) => facts).every(({ value }) => value.length <= 100));
});
