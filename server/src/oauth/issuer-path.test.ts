import assert from 'node:assert/strict';
import { test } from 'node:test';
import { innerTarget, metadataPath, mountOf } from './issuer-path.ts';

const shared = mountOf('http://localhost:3000/customers');
const own = mountOf('https://id.example/');

test('what lies below an issuer is told from what does not', () => {
  assert.equal(innerTarget(shared, '/customers/token'), '/token');
  assert.equal(innerTarget(shared, '/customers/authorize?a=/b?c'), '/authorize?a=/b?c');
  assert.equal(innerTarget(shared, '/customersx/token'), undefined);
  assert.equal(innerTarget(shared, '/workforce/token'), undefined);
  assert.equal(innerTarget(own, '/token?x=1'), '/token?x=1');
});

test('metadata is found in the form of RFC 8414 too', () => {
  assert.equal(metadataPath('http://localhost:3000/customers'), '/.well-known/oauth-authorization-server/customers');
  assert.equal(innerTarget(shared, '/.well-known/oauth-authorization-server/customers'), '/.well-known/oauth-authorization-server');
  assert.equal(innerTarget(shared, '/.well-known/oauth-authorization-server/workforce'), undefined);
  assert.equal(metadataPath('https://id.example/'), '/.well-known/oauth-authorization-server');
});
