import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { populationKind } from '../../../contract/events/index.ts';
import { policyPlan } from '../../../contract/policy/index.ts';
import { builtInPolicy } from '../policy/testing.ts';
import { differencesOf } from './differences.ts';
import { writeFiles } from './export-policy.ts';
import { planPolicy } from './plan-policy.ts';
import { readTemplate } from './seed-populations.ts';
import { nearest } from './suggest.ts';
import { editedFiles, planEdited, planFiles, slugOf, steps, testClock } from './testing.ts';

const population = (kind: keyof typeof slugOf) => ({ slug: slugOf[kind], kind, issuer: `https://${kind}.example/` });

for (const kind of populationKind.options) {
  test(`the built-in policy for ${kind} has no fault with the steps that journeys builds`, async () => {
    const inForce = { population: population(kind), policy: undefined, source: undefined };
    const deps = { steps, clock: testClock };
    const plan = planPolicy(await readTemplate(kind), inForce, deps);
    assert.deepEqual(plan.faults, []);
    assert.deepEqual(plan.content, await builtInPolicy(kind));
    assert.deepEqual([...new Set(plan.findings.map(({ code }) => code))], ['role-unfilled']);
    assert.equal(plan.findings.length, 6);
    assert.equal(plan.basedOn, null);
    assert.equal(plan.changes, 'content');
  });
}

test('what a step declares is about exits that it has, and every step can run on the web', () => {
  for (const [name, { exits, optionalExits = [], effects, channels, config, input, fails }] of Object.entries(steps)) {
    for (const exit of [...Object.keys(effects), ...optionalExits]) assert.ok(exits.includes(exit), `${name} ${exit}`);
    const settings = Object.keys((z.toJSONSchema(config, { io: 'input' }).properties ?? {}) as object);
    for (const { offeredBy, channels: narrower = [] } of Object.values(effects)) {
      assert.ok(offeredBy === undefined || settings.includes(offeredBy), name);
      for (const channel of narrower) assert.ok(channels.includes(channel), name);
    }
    assert.ok(channels.includes('web'), name);
    // What shows nothing can't be got wrong.
    assert.ok(input !== undefined || fails.length === 0, name);
  }
});

test('one broken file does not hide the faults of others', async () => {
  const { faults, content } = await planEdited('customer', {
    'charter.yaml': 'goals: [', 'tokens.yaml': [['15m', '15min']], 'sessions.yaml': [['30d', '40d']],
    'journeys/sign-in.yaml': [['step: email-code', 'step: email']],
    'journeys/step-up.yaml': [['timeLimit: 15m', 'timeLimit: soon']],
  });
  assert.equal(content, undefined);
  assert.deepEqual([...new Set(faults.map(({ file }) => file))],
    ['charter.yaml', 'journeys/sign-in.yaml', 'journeys/step-up.yaml', 'sessions.yaml', 'tokens.yaml']);
});

test('faults come in the order of files and lines', async () => {
  const { faults } = await planEdited('customer', {
    'journeys/sign-in.yaml': [
      ['identified: code', 'identified: nowhere'], ['step: totp', 'step: topt'], ['start: identify', 'start: here'],
    ],
  });
  const lines = faults.map(({ line }) => line);
  assert.deepEqual(lines, [...lines].sort((a, b) => a - b));
  assert.equal(faults.length, 3);
});

test('an exception in the charter lets a short password be, and is found', async () => {
  const edits = (until: string, minimum = 10) => ({
    'assurance.yaml': [['minimumAlone: 15', `minimumAlone: ${minimum}`]] as const,
    'charter.yaml': [[
      'exceptions: []',
      `exceptions:\n  - rule: password-alone-shorter-than-15\n    because: Moved here.\n    owner: Shop team\n    until: ${until}`,
    ]] as const,
  });
  for (const [until, minimum, code] of [
    ['2026-05-04', 10, 'exception-active'], ['2027-01-01', 10, 'exception-active'],
    ['2027-01-01', 15, 'exception-unused'], ['2026-05-03', 15, 'exception-expired'],
  ] as const) {
    const { faults, findings } = await planEdited('customer', edits(until, minimum));
    assert.deepEqual(faults, []);
    const [finding] = findings.filter((each) => each.code !== 'role-unfilled');
    assert.equal(finding?.code, code);
    assert.equal(finding?.file, 'charter.yaml');
    assert.equal(finding?.at, 'exceptions.0');
  }
});

test('a role that is filled is no finding, and the place of the others is told', async () => {
  const files = await editedFiles('customer', { 'charter.yaml': [['  fraud: null', '  fraud: Payments team']] });
  const { findings } = planFiles('customer', files);
  assert.equal(findings.length, 5);
  const lines = files.find(({ path }) => path === 'charter.yaml')!.text.split('\n');
  for (const { line, at } of findings) {
    assert.match(lines[line - 1]!, new RegExp(`^  ${at.replace('roles.', '')}: null`));
  }
});

test('two factors at every sign-in with a month-long session is a finding for customers', async () => {
  const { findings } = await planEdited('customer', { 'assurance.yaml': [['acr:basic', 'acr:mfa']] });
  const found = findings.find(({ code }) => code === 'session-beyond-advice');
  assert.deepEqual([found?.file, found?.line], ['sessions.yaml', 3]);
});

test('differences name each field, and a group once where only one side has it', async () => {
  const before = await builtInPolicy('customer');
  const journeys = { ...before.journeys, 'sign-in': { ...before.journeys['sign-in']!, timeLimit: '10m' } };
  delete (journeys as Record<string, unknown>)['step-up'];
  const after = { ...before, sessions: { ...before.sessions, total: '20d', idle: '2d' }, journeys };
  const found = differencesOf(before, after);
  assert.deepEqual(found.slice(0, 3), [
    { path: 'sessions.total', before: '30d', after: '20d' },
    { path: 'sessions.idle', before: null, after: '2d' },
    { path: 'journeys.sign-in.timeLimit', before: '30m', after: '10m' },
  ]);
  assert.deepEqual(found.slice(3).map(({ path, after: text }) => [path, text]), [['journeys.step-up', null]]);
  assert.match(found[3]!.before!, /purpose: step-up/);
  assert.deepEqual(differencesOf(before, before), []);
  assert.deepEqual(differencesOf(undefined, before).map(({ path }) => path), Object.keys(before));
});

test('files written from content read back as that content', async () => {
  for (const kind of populationKind.options) {
    const content = await builtInPolicy(kind);
    const plan = planFiles(kind, writeFiles(content));
    assert.deepEqual(plan.faults, []);
    assert.deepEqual(plan.content, content);
  }
});

test('a plan has the shape that the contract tells', async () => {
  const { content, ...plan } = await planEdited('customer', { 'sessions.yaml': [['30d', '31d']], 'tokens.yaml': null });
  assert.equal(content, undefined);
  assert.deepEqual(policyPlan.parse(plan), plan);
});

test('whatever is sent, a plan answers with faults', async () => {
  const texts = [
    '', 'null', '[]', '5', '"x"', '{', '&a [*a]', '? ? ?', '- - -', '!!set {a}', '<<: {a: 1}', '\ufeffname: x',
    'a: b: c', '%', '0x1F: 1',
    '{constructor: {prototype: 1}}', 'nodes: []', 'purpose: sign-in\ntimeLimit: 1m\nstart: a\nnodes: {}', '.inf',
    'purpose: sign-in\ntimeLimit: 1m\nstart: a\nnodes: {a: {step: decide, with: {when: has}, exits: {yes: a, no: a}}}',
    'purpose: sign-in\ntimeLimit: 1m\nstart: a\nnodes: {a: {step: identify, exits: {identified: "journey:charter"}}}',
  ];
  // A policy without journeys is planned in no time.
  const paths = [
    ['workload', 'population.yaml'], ['workload', 'charter.yaml'], ['workload', 'branding.yaml'], ['customer', 'journeys/sign-in.yaml'],
  ] as const;
  for (const [kind, path] of paths) {
    for (const text of texts) {
      const { faults } = planFiles(kind, await editedFiles(kind, { [path]: text }));
      assert.ok(faults.length > 0, `${path}: ${text}`);
      for (const { file, line } of faults) assert.ok(file.length > 0 && line >= 1);
    }
  }
});

test('too many or too large files are refused as a whole', async () => {
  const many = Array.from({ length: 41 }, (_, index) => ({ path: `journeys/j${index}.yaml`, text: '' }));
  const large = many.slice(0, 8).map(({ path }) => ({ path, text: 'x'.repeat(31_000) }));
  for (const files of [many, large]) {
    const [fault] = planFiles('customer', files).faults;
    assert.match(fault!.problem, /files with \d+ characters in all/);
  }
});

test('a file sent twice is named', async () => {
  const files = await readTemplate('customer');
  const { faults } = planFiles('customer', [...files, { path: 'tokens.yaml', text: 'accessToken: 1m\n' }]);
  assert.deepEqual(faults.map(({ file, problem }) => [file, problem]), [['tokens.yaml', 'was sent twice']]);
});

test('mistyped words find the one that was meant, strange ones none', () => {
  const candidates = ['email-code', 'enrol-passkey', 'sign-in', 'total'];
  for (const [word, meant] of [
    ['emailCode', 'email-code'], ['e-mail_code', 'email-code'], ['enroll-passkey', 'enrol-passkey'],
    ['signin', 'sign-in'], ['toatl', 'total'], ['recover', undefined], ['', undefined],
  ] as const) {
    assert.equal(nearest(word, candidates), meant, word);
  }
});

test('a condition over an amount that names no currency is told of, with its place; one that does is not', async () => {
  const policed = (condition: string) => planEdited('customer', { 'checkpoints.yaml': [['  browse:\n', `  give:
    about: Gift
    valueAtRisk: low
    frictionTolerance: low
    reasons:
      large: ${condition}
    responses: [{ respond: notify }]
  browse:\n`]] });
  for (const [condition, told] of [
    ['amount.value >= 500.0', true], ['has(amount.value) && amount.today > 900.0', true], ['amount.currency != "EUR" || amount.value >= 500.0', false],
  ] as const) {
    const { faults, findings } = await policed(`'${condition}'`);
    assert.deepEqual(faults, []);
    const found = findings.filter(({ code }) => code === 'amount-without-currency');
    assert.deepEqual(found.map(({ file: where }) => where), told ? ['checkpoints.yaml'] : [], condition);
  }
});

test('a checkpoint that only reports is published, and is told as long as it does', async () => {
  const { faults, findings } = await planEdited('customer', { 'checkpoints.yaml': [['  browse:\n', '  browse:\n    mode: report-only\n']] });
  assert.deepEqual(faults, []);
  assert.deepEqual(findings.filter(({ code }) => code === 'only-reports').map(({ at }) => at), ['actions.browse.mode']);
});
