import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PopulationKind } from '../../../../contract/events/index.ts';
import { readDraft } from '../draft.ts';
import { editedFiles, type Edits } from '../testing.ts';
import { proofOf } from './proof.ts';

function counting() {
  const steps = {};
  let made = 0;
  return async (edits: Edits, kind: PopulationKind = 'customer'): Promise<number> => {
    const { draft } = readDraft(await editedFiles('customer', edits));
    const faults = proofOf(draft, kind, steps, () => [{ file: 'x', line: made += 1, at: 'x', problem: 'found by this proof' }]);
    return faults[0]!.line;
  };
}

test('journeys are gone through once for drafts that are the same in all that a proof rests on', async () => {
  const proof = counting();
  assert.equal(await proof({}), 1);
  assert.equal(await proof({ 'charter.yaml': [['exceptions: []', 'exceptions: [] # none']], 'branding.yaml': [['name: Limen', 'name: Harbour']] }), 1);
  assert.equal(await proof({ 'journeys/sign-in.yaml': [['timeLimit: 30m', 'timeLimit: 20m']] }), 2);
  assert.equal(await proof({ 'journeys/sign-in.yaml': [['purpose: sign-in', '\npurpose: sign-in']] }), 3, 'its lines are others');
  assert.equal(await proof({ 'assurance.yaml': [['urn:limen:acr:basic', 'urn:limen:acr:mfa']] }), 4);
  assert.equal(await proof({ 'checkpoints.yaml': [['- respond: notify', '- respond: allow']] }), 5);
  assert.equal(await proof({ 'branding.yaml': [['name: Limen', 'name: Limen\nsupportUrl: https://help.example']] }), 6, 'a refusal may send there');
  assert.equal(await proof({}, 'workload'), 7);
  assert.equal(await proof({}), 1);
  assert.equal(await counting()({}), 1, 'other steps are another proof');
});

test('the oldest proofs are given up', async () => {
  const proof = counting();
  const lasting = (minutes: number): Edits => ({ 'journeys/sign-in.yaml': [['timeLimit: 30m', `timeLimit: ${minutes}m`]] });
  for (let minutes = 1; minutes <= 33; minutes += 1) assert.equal(await proof(lasting(minutes)), minutes);
  assert.equal(await proof(lasting(2)), 2);
  assert.equal(await proof(lasting(1)), 34);
});
