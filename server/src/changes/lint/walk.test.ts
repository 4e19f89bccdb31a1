import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDraft } from '../draft.ts';
import { editedFiles, planEdited, steps } from '../testing.ts';
import { compileConditions } from './conditions.ts';
import { deadEnds } from './dead-ends.ts';
import { graphOf } from './graph.ts';
import { wayInWords } from './in-words.ts';
import { walk } from './walk.ts';

const signIn = 'journeys/sign-in.yaml';
const kinds = ['password', 'totp', 'passkey', 'recovery-code'] as const;
const facts = { password: 'password', totp: 'totp', passkey: 'passkey', 'recovery-code': 'recoveryCode' } as const;

/** A sign-in of so many nodes that asks for one thing after the other; `last` is where it ends. */
function longJourney(nodes: number, last: string): string {
  const rounds = (nodes - 4) / 2;
  const asks = Array.from({ length: rounds }, (_, index) => {
    const kind = kinds[index % kinds.length]!;
    const next = index + 1 === rounds ? 'end' : `has-${index + 1}`;
    const ways = kind === 'password' ? ['correct', 'forgot'] : ['correct', 'other-way'];
    return `  has-${index}:\n    step: decide\n    with: { when: 'has.${facts[kind]} && !proved.${facts[kind]}' }\n`
      + `    exits: { yes: ask-${index}, no: ${next} }\n`
      + `  ask-${index}:\n    step: ${kind}\n    exits: { ${ways.map((way) => `${way}: ${next}`).join(', ')} }\n`;
  });
  return 'purpose: sign-in\ntimeLimit: 30m\nstart: identify\nnodes:\n'
    + '  identify:\n    step: identify\n    with: { passkey: false }\n    exits: { identified: code }\n'
    + '  code:\n    step: email-code\n    exits: { verified: has-0 }\n'
    + `${asks.join('')}  end:\n    step: decide\n    with: { when: satisfied }\n    exits: { yes: last, no: "journey:recover" }\n`
    + `  last:\n${last}\n`;
}

async function walked(nodes: number, last = '    step: complete') {
  const { draft } = readDraft(await editedFiles('customer', { [signIn]: longJourney(nodes, last) }));
  assert.equal(Object.keys(draft.journeys.get('sign-in')!.nodes).length, nodes);
  const setting = { kind: 'customer', required: 'urn:limen:acr:basic', responses: new Map() } as const;
  const { conditions } = compileConditions(draft);
  const arrivals = walk(graphOf(draft, steps)!, conditions, setting)!;
  return { draft, setting, arrivals };
}

test('the work grows with the length of a journey, not with the number of ways through it', async () => {
  const [short, long] = await Promise.all([walked(52), walked(100)]);
  const here = ({ arrivals }: typeof short) => arrivals.filter(({ place }) => place.journey === 'sign-in').length;
  // For each node at most everybody who may come, with whatever they may have shown, for each assurance.
  const mostForEach = 576 * 3;
  assert.ok(here(long) <= 100 * mostForEach, `${here(long)}`);
  assert.ok(here(long) / here(short) < 2.1, `${here(short)} and ${here(long)}`);
});

test('a dead end at the last of a hundred steps is found, and none where there is none', async () => {
  const turning = await walked(100, '    step: refuse\n    with: { reason: try-later }');
  const found = deadEnds(turning.arrivals, turning.draft, turning.setting).filter(({ at }) => at.place.node === 'last');
  const [way] = found.map(({ at }) => wayInWords(at)).sort((one, other) => one.length - other.length);
  assert.match(way!, /^sign-in\/identify \(identified\) > code \(verified\) > has-0 \(no\) > .* > end \(yes\) > last$/);
  const webOnly = [['channels: [web, native]\n', '']] as const;
  const { faults } = await planEdited('customer', {
    [signIn]: longJourney(100, '    step: complete'), 'journeys/recover.yaml': webOnly, 'journeys/sign-up.yaml': webOnly,
    'journeys/step-up.yaml': webOnly,
  });
  assert.deepEqual(faults.filter(({ rule }) => rule === 'dead-end'), []);
});

test('each arrival is given once, and the way to it is a shortest one', async () => {
  const { arrivals } = await walked(12);
  const keys = arrivals.map(({ place, run, standing }) => JSON.stringify([place.journey, place.node, run, standing]));
  assert.equal(new Set(keys).size, keys.length);
  const length = (arrival: (typeof arrivals)[number]): number => (arrival.by ? 1 + length(arrival.by.from) : 0);
  for (const arrival of arrivals) {
    for (const before of arrival.before) assert.ok(length(arrival) <= length(before) + 1);
  }
});
