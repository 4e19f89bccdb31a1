import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutput, faultLine } from './output.ts';
import { forTerminal, oneLine, table } from './terminal-text.ts';

function screen(isTTY: boolean) {
  let text = '';
  return { isTTY, write: (more: string) => { text += more; }, text: () => text };
}

const nasty = 'Ann\u001b]0;root\u0007\u009b2J\u202eeel\r\u2028';

test('what people wrote cannot steer a terminal, in text or in JSON', () => {
  for (const json of [false, true]) {
    const [stdout, stderr] = [screen(true), screen(true)];
    createOutput({ json, stdout, stderr }).result({ name: nasty }, ({ name }) => `Name ${name}`);
    assert.doesNotMatch(stdout.text(), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/);
    if (json) assert.deepEqual(JSON.parse(stdout.text()), { name: nasty });
    else assert.equal(stdout.text(), 'Name Ann\\u001b]0;root\\u0007\\u009b2J\\u202eeel\\u000d\\u2028\n');
  }
});

test('a name with a line break stays in its line and column', () => {
  const shown = table([['ID', 'NAME'], ['1', 'Ann\n2  root'], ['22', 'Bob']]);
  assert.equal(shown, 'ID  NAME\n1   Ann\\u000a2  root\n22  Bob');
  assert.equal(forTerminal('a\n\tb'), 'a\n\tb');
  assert.equal(oneLine('a\tb'), 'a\\u0009b');
});

test('names of other scripts stay readable', () => {
  assert.equal(forTerminal('Zoë 李 محمد 👩‍🔬'), 'Zoë 李 محمد 👩‍🔬');
});

test('progress is for a terminal alone, and gives way to what is said next', () => {
  const terminal = screen(true);
  const output = createOutput({ json: false, stdout: screen(true), stderr: terminal });
  output.progress('Importing …');
  output.note('done');
  assert.equal(terminal.text(), '\r\u001b[KImporting …\r\u001b[Kdone\n');
  for (const [json, isTTY] of [[true, true], [false, false]] as const) {
    const silent = screen(isTTY);
    createOutput({ json, stdout: screen(isTTY), stderr: silent }).progress('Importing …');
    assert.equal(silent.text(), '');
  }
});

test('notes are left out of JSON', () => {
  const stderr = screen(false);
  createOutput({ json: true, stdout: screen(false), stderr }).note('by the way');
  assert.equal(stderr.text(), '');
});

test('a fault begins with its place, as editors read it', () => {
  assert.equal(
    faultLine({ file: 'p/journeys/a.yaml', line: 12, at: 'nodes.who', problem: 'leads nowhere', remedy: 'Name a node.' }),
    'p/journeys/a.yaml:12 nodes.who: leads nowhere → Name a node.');
  assert.equal(faultLine({ at: 'body.redirectUris.0', problem: 'use https' }), 'redirectUris.0: use https');
  assert.equal(faultLine({ file: 'p/tokens.yaml', line: 1, at: 'tokens.yaml', problem: 'is missing' }), 'p/tokens.yaml:1: is missing');
});
