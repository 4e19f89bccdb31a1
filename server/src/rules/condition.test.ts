import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LimenError } from '../kernel/index.ts';
import { hasCode } from '../kernel/index.ts';
import { compileCondition, costLimit } from './condition.ts';
import type { Facts, FactTypes } from './facts.ts';

const types = {
  amount: 'int', score: 'double', country: 'string', trusted: 'bool', now: 'timestamp', age: 'duration',
  groups: 'list<string>', roles: 'list<string>', levels: 'list<int>', attributes: 'map<string, string>',
  risk: { band: 'string', probability: 'double', device: { known: 'bool' } },
} as const satisfies FactTypes;

const facts: Facts = {
  amount: 250, score: 0.5, country: 'NL', trusted: true, now: new Date('2026-03-02T14:30:00Z'), age: 90_000,
  groups: ['staff', 'finance'], roles: ['reader'], levels: [1, 3], attributes: { department: 'sales' },
  risk: { band: 'high', probability: 0.8, device: { known: false } }, undeclared: 'ignored',
};

function codeOf(code: LimenError['code'], problem: RegExp, at?: string) {
  return (error: unknown): boolean => {
    assert.ok(hasCode(error, code), String(error));
    const fault = (error as LimenError).faults[0]!;
    assert.match(fault.problem, problem);
    if (at !== undefined) assert.equal(fault.at, at);
    return true;
  };
}

const answers: readonly (readonly [source: string, answer: boolean])[] = [
  ['amount > 100 && country == "NL"', true],
  ['amount > 100 && country != "NL"', false],
  ['score >= 1', false],
  ['amount == 250', true],
  ['risk.band in ["high", "critical"] && !risk.device.known', true],
  ['risk.probability > 0.9 || trusted', true],
  ['"finance" in groups', true],
  ['groups.exists(g, g.startsWith("fin"))', true],
  ['groups.all(g, g == "staff")', false],
  ['levels.filter(l, l > 2).size() == 1', true],
  ['levels.map(l, l * 2).exists(l, l == 6)', true],
  ['groups.exists(g, roles.exists(r, r == g))', false],
  ['attributes.department == "sales" && attributes["department"] == "sales"', true],
  ['has(attributes.department) && !has(attributes.floor)', true],
  ['now > timestamp("2026-01-01T00:00:00Z") && now.getHours() == 14', true],
  ['now.getHours("Europe/Amsterdam") == 15', true],
  ['age < duration("2m")', true],
  ['amount > 1000 ? trusted : country.lowerAscii() == "nl"', true],
];

test('conditions answer from facts', () => {
  for (const [source, answer] of answers) {
    assert.equal(compileCondition(source, types).evaluate(facts), answer, source);
  }
});

const refused: readonly (readonly [source: string, problem: RegExp, at: string])[] = [
  ['amount >', /Unexpected token/, '1:9'],
  ['trusted &&\n  nobody', /Unknown variable: nobody/, '2:3'],
  ['risk.colour == "red"', /No such key: colour/, '1:6'],
  ['amount > "a"', /no such overload: int > string/, '1:1'],
  ['amount + 1', /gives int/, '1:1'],
  ['trusted && country.matches("(a+)+$")', /matches is not offered/, '1:12'],
  ['country.split(",").size() > 1', /split\(\.\.\.\) is not part/, '1:1'],
  ['cel.bind(x, country + country, x == "a")', /bind\(\.\.\.\) is not part/, '1:1'],
  ['dyn(amount) == 1', /dyn\(\.\.\.\) is not part/, '1:1'],
  ['groups.exists(a, groups.exists(b, groups.exists(c, a == c)))', /one other, no deeper/, '1:35'],
  ['groups.exists(a, roles.exists(b, a.contains(b)))', /could cost \d+/, '1:1'],
  [`groups${'.map(a, a + a)'.repeat(20)}.exists(a, a == "x")`, /could cost \d+/, '1:1'],
  [`levels${'.map(a, [a, a])'.repeat(12)} == levels${'.map(a, [a, a])'.repeat(12)}`, /could cost \d+/, '1:1'],
  [`${'('.repeat(60)}trusted${')'.repeat(60)}`, /Exceeded maxDepth/, '1:33'],
  [`trusted${' && trusted'.repeat(300)}`, /is longer than 2000/, '1:2001'],
];

test('conditions are refused with the place and the reason', () => {
  for (const [source, problem, at] of refused) {
    assert.throws(() => compileCondition(source, types), codeOf('rule.invalid', problem, at), source);
  }
});

const unanswered: readonly (readonly [source: string, facts: Facts, at: string, problem: RegExp])[] = [
  ['amount > 1', {}, '1:1', /^amount is absent$/],
  ['trusted && risk.band == "high"', { trusted: true }, '1:17', /^risk\.band is absent$/],
  ['trusted && risk.device.known', { trusted: true, risk: null }, '1:24', /^risk\.device\.known is absent$/],
  ['amount > 1', { amount: '2' }, 'amount', /is not int, or larger/],
  ['amount > 1', { amount: 1.5 }, 'amount', /is not int/],
  ['country == "NL"', { country: 'x'.repeat(1_025) }, 'country', /is not string, or larger/],
  ['levels.exists(l, l > 1)', { levels: Array(101).fill(1) }, 'levels', /or larger than/],
  ['groups.exists(l, l == "a")', { groups: ['a', 1] }, 'groups', /or larger than/],
  ['attributes.a == "b"', { attributes: { a: 1 } }, 'attributes', /or larger than/],
  ['risk.band == "a"', { risk: { band: 3 } }, 'risk.band', /is not string/],
  ['amount / 0 > 1', { amount: 1 }, '1:1', /division by zero/],
  ['levels[5] == 1', { levels: [1] }, '1:1', /./],
  ['now.getHours(country) == 1', { now: new Date(0), country: 'Nowhere/Here' }, '1:1', /could not be evaluated/],
];

test('facts that are absent, wrong or too large give an error that names them', () => {
  for (const [source, given, at, problem] of unanswered) {
    const condition = compileCondition(source, types);
    assert.throws(() => condition.evaluate(given), codeOf('rule.unanswered', problem, at), source);
  }
});

test('an absent fact matters only where the expression reaches it', () => {
  assert.equal(compileCondition('trusted || amount > 1', types).evaluate({ trusted: true }), true);
  assert.equal(compileCondition('has(risk.device.known) && risk.device.known', types).evaluate({}), false);
});

test('a condition tells its cost and the facts that it reads', () => {
  const condition = compileCondition('risk.band == "high" && groups.exists(g, g == country)', types);
  assert.deepEqual([...condition.reads].sort(), ['country', 'groups', 'risk.band']);
  assert.ok(condition.cost > 100 && condition.cost < costLimit);
  assert.ok(compileCondition('trusted', types).cost < 5);
});

test('a condition tells the entries of maps that it names, whichever way', () => {
  const { reads, entries } = compileCondition('has(attributes.floor) && attributes["department"] == "sales" || groups.exists(g, attributes.desk == g)', types);
  assert.deepEqual([...reads].sort(), ['attributes', 'groups']);
  assert.deepEqual([...entries].sort(), [['attributes', 'department'], ['attributes', 'desk'], ['attributes', 'floor']]);
  assert.deepEqual(compileCondition('groups.all(g, attributes[g] == "x")', types).entries, []);
});

test('a prototype is no fact', () => {
  const condition = compileCondition('country == "NL"', { country: 'string' });
  const inherited = Object.create({ country: 'NL' }) as Facts;
  assert.throws(() => condition.evaluate(inherited), codeOf('rule.unanswered', /absent/));
  assert.throws(() => compileCondition('constructor == "x"', types), codeOf('rule.invalid', /Unknown variable/));
});
