import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewWalk, type WalkAsked } from './preview-walk.ts';
import { editedFiles, steps, type Edits } from './testing.ts';

const nobody = { account: true, has: [], lost: [], unchecked: false } as const;

async function walk(asked: Partial<WalkAsked>, edits: Edits = {}) {
  const files = await editedFiles('customer', edits);
  return previewWalk({
    files, journey: 'sign-in', person: nobody, channel: 'web', needed: 'urn:limen:acr:basic', path: [], ...asked,
  }, 'customer', steps);
}

test('a draft is walked by the exits chosen, and each stop tells what the run has proved', async () => {
  const first = await walk({});
  assert.deepEqual(first.faults, []);
  const [start] = first.stops;
  assert.equal(first.stops.length, 1);
  assert.deepEqual([start!.node, start!.acr, start!.isSatisfied, start!.left], ['identify', null, false, null]);
  const path: string[] = [];
  for (let at = start!; at.ends === null; at = (await walk({ path })).stops.at(-1)!) {
    assert.ok(path.length < 20, path.join());
    path.push((at.exits.find(({ shut, exit }) => shut === null && ['verified', 'identified', 'skip'].includes(exit))
      ?? at.exits.find(({ shut }) => shut === null))!.exit);
  }
  const whole = await walk({ path });
  assert.deepEqual(whole.stops.map(({ left }) => left), [...path, null]);
  assert.equal(whole.stops.at(-1)!.ends, 'complete');
  assert.equal(whole.stops.at(-1)!.isSatisfied, true);
  assert.ok(whole.stops.at(-1)!.facts.some(({ name, value }) => name === 'proved.emailCode' && value === 'true'));
});

test('an exit that takes what somebody lost is shut, with the reason; with it at hand it is open', async () => {
  const passkeyOf = async (person: WalkAsked['person']) => (
    (await walk({ person })).stops[0]!.exits.find(({ exit }) => exit === 'passkey')!);
  const lost = await passkeyOf({ ...nobody, lost: ['passkey'] });
  assert.match(lost.shut!, /doesn't have a passkey at hand/);
  assert.equal((await passkeyOf({ ...nobody, has: ['passkey'] })).shut, null);
  const { stops } = await walk({ person: { ...nobody, lost: ['passkey'] }, path: ['passkey'] });
  assert.equal(stops.length, 1, 'a way that is shut is not gone');
});

test('a condition is answered as a run would, and the other way says so', async () => {
  const edits = { 'journeys/sign-in.yaml': `purpose: sign-in
timeLimit: 30m
start: asks
nodes:
  asks: { step: decide, with: { when: has.passkey }, exits: { yes: done, no: out } }
  done: { step: complete }
  out: { step: refuse, with: { reason: try-later } }
` };
  const [stop] = (await walk({ person: { ...nobody, has: ['passkey'] } }, edits)).stops;
  const [yes, no] = stop!.exits;
  assert.equal(yes!.shut, null);
  assert.equal(yes!.isSilent, true);
  assert.match(no!.shut!, /condition has\.passkey goes the other way/);
});

test('a channel that a step is not for shuts all of its exits', async () => {
  const { stops: [stop] } = await walk({ channel: 'email' });
  assert.ok(stop!.exits.length > 0);
  assert.ok(stop!.exits.every(({ shut }) => shut?.includes('by e-mail')));
});

test('a draft that cannot be walked says where, and bounds what it says', async () => {
  const broken = await walk({}, { 'journeys/sign-in.yaml': 'purpose: sign-in\ntimeLimit: 30m\nstart: x\nnodes: { a: { step: complete } }\n' });
  assert.deepEqual(broken.stops, []);
  assert.match(broken.faults[0]!.problem, /names x, which is not a node/);
  const unknown = await walk({ journey: 'nowhere' });
  assert.match(unknown.faults[0]!.problem, /not a journey/);
});
