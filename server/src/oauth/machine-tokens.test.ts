import assert from 'node:assert/strict';
import { test } from 'node:test';
import { credentialSince } from './machine-tokens.ts';

const [createdAt, secretMadeAt] = [new Date('2025-01-01T00:00:00Z'), new Date('2026-06-01T00:00:00Z')];

test('what a client proves itself with is as old as it is known to be, and no age is made up for keys at its own address', () => {
  const secret = { authMethod: 'client_secret_basic', createdAt, jwksUri: null } as const;
  assert.equal(credentialSince({ ...secret, secretMadeAt }), secretMadeAt);
  assert.equal(credentialSince({ ...secret, secretMadeAt: null }), createdAt, 'from before that was written down');
  const key = { authMethod: 'private_key_jwt', createdAt, secretMadeAt: null } as const;
  assert.equal(credentialSince({ ...key, jwksUri: null }), createdAt, 'registered with it, and never changed since');
  assert.equal(credentialSince({ ...key, jwksUri: 'https://job.example/keys' }), undefined);
});
