import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CredentialKind } from '../../../../contract/events/index.ts';
import type { Proof } from '../../sessions/index.ts';
import { mayBind } from './binding.ts';

type Asked = Parameters<typeof mayBind>;

/** Whether somebody who holds these credentials may bind another one after having shown these. */
async function binds(kind: 'customer' | 'workforce', holds: readonly CredentialKind[], shows: readonly CredentialKind[], contained?: string) {
  const proofs = shows.map((each): Proof => ({ kind: each, at: new Date(0), userVerified: true }));
  const list = async () => holds.map((each) => ({ kind: each }));
  const run = {
    population: 'p', populationKind: kind, now: new Date(0), facts: { principal: 'a', proofs }, ...(contained === undefined ? {} : { sessionSecret: 's' }),
  };
  const services = {
    credentials: { list }, sessions: { findBySecret: async () => ({ population: 'p', principal: contained, id: 'i' }) },
    checkpoints: { isContained: async () => true },
  };
  return mayBind({} as Asked[0], services as unknown as Asked[1], run as unknown as Asked[2]);
}

test('who shows less than the account can prove binds nothing', async () => {
  assert.equal(await binds('customer', ['password', 'totp'], ['email-code']), false);
  assert.equal(await binds('customer', ['totp'], ['email-code']), false, 'mailbox and app together prove more');
  assert.equal(await binds('customer', ['password', 'passkey'], ['password', 'email-code']), false);
  assert.equal(await binds('workforce', ['password', 'totp'], ['password']), false);
  assert.equal(await binds('customer', [], []), false);
  assert.equal(await binds('workforce', ['password'], ['email-code']), false, 'what comes by mail proves nothing at work');
  assert.equal(await binds('workforce', [], ['recovery-code']), false);
});

test('who shows as much as the account can prove may bind another credential', async () => {
  assert.equal(await binds('customer', [], ['email-code']), true);
  assert.equal(await binds('customer', ['password'], ['email-code']), true);
  assert.equal(await binds('customer', ['totp'], ['email-code', 'totp']), true);
  assert.equal(await binds('customer', ['passkey', 'totp'], ['passkey']), true);
  assert.equal(await binds('workforce', ['password', 'totp'], ['password', 'totp']), true);
});

test('in the browser of a session that a draw has let go nothing is bound, but by recovery, which ends it', async () => {
  assert.equal(await binds('customer', [], ['email-code'], 'a'), false);
  assert.equal(await binds('customer', ['passkey'], ['passkey'], 'a'), false);
  assert.equal(await binds('customer', ['totp'], ['email-code', 'recovery-code'], 'a'), true);
  assert.equal(await binds('customer', [], ['email-code'], 'somebody else'), true, 'it is ended by this run, and not raised');
});
