import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandomness } from '../kernel/index.ts';
import { artefactKey, openPayload, sealPayload } from './artefact.ts';

const id = 'x'.repeat(43);
const key = artefactKey('customers', 'RefreshToken', id);
const payload = { kind: 'RefreshToken', jti: id, accountId: 'somebody' };

test('a payload opens with the id that it belongs to, at its own place, unchanged', () => {
  const sealed = sealPayload(id, key, payload, systemRandomness);
  assert.deepEqual(openPayload(id, key, sealed), { kind: 'RefreshToken', accountId: 'somebody' });
  assert.equal(openPayload('y'.repeat(43), key, sealed), undefined);
  assert.equal(openPayload(id, artefactKey('workforce', 'RefreshToken', id), sealed), undefined);
  assert.equal(openPayload(id, artefactKey('customers', 'AccessToken', id), sealed), undefined);
  sealed[20]! ^= 1;
  assert.equal(openPayload(id, key, sealed), undefined);
});

test('nothing of the id or of the content can be read where it is stored', () => {
  const sealed = sealPayload(id, key, payload, systemRandomness);
  assert.ok(!sealed.includes('somebody') && !sealed.includes(id));
  assert.ok(!key.idHash.includes(id));
});

test('an interaction does not keep the cookie of the session that it began in', () => {
  const interaction = artefactKey('customers', 'Interaction', id);
  const sealed = sealPayload(id, interaction, { kind: 'Interaction', session: { cookie: 'secret' }, params: {} }, systemRandomness);
  assert.deepEqual(openPayload(id, interaction, sealed), { kind: 'Interaction', params: {} });
});
