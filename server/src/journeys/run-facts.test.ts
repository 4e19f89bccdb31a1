import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFoundation, learn, nobody, noFacts } from './run-facts.ts';

const at = new Date('2026-11-24T09:00:00Z');
const code = { kind: 'email-code', at } as const;
const passkey = { kind: 'passkey', at, userVerified: true } as const;

test('what was proved about one principal never counts for another', () => {
  const first = learn({ ...noFacts, principal: 'a' }, { proofs: [code] });
  const turned = learn(first, { facts: { principal: 'b' }, proofs: [passkey] });
  assert.deepEqual(turned.proofs, [passkey]);
  assert.deepEqual(learn(first, { facts: nobody }), { ...noFacts, ...nobody });
  const made = learn({ ...first, verifiedEmail: 'a@example.org' }, { facts: { created: true } });
  for (const facts of [{ principal: 'b' }, { ...nobody, principal: 'b' }]) {
    const other = learn(made, { facts, proofs: [code] });
    assert.equal(isFoundation(other), false, 'making an account is no reason to bind to another one');
    assert.equal(other.verifiedEmail, undefined);
  }
});

test('an address proved before the account is known counts for the account that has it', () => {
  const proved = learn(noFacts, { facts: { verifiedEmail: 'a@example.org' }, proofs: [code] });
  assert.deepEqual(learn(proved, { facts: { principal: 'a' } }).proofs, [code]);
});

test('proofs of one run are bounded and the newest stay', () => {
  let facts = noFacts;
  for (let n = 0; n < 30; n += 1) facts = learn(facts, { proofs: [{ kind: 'totp', at: new Date(at.getTime() + n) }] });
  assert.equal(facts.proofs.length, 20);
  assert.equal(facts.proofs.at(-1)?.at.getTime(), at.getTime() + 29);
});

test('binding counts as showing only while the account is being made', () => {
  assert.equal(isFoundation({ proofs: [code] }), false);
  assert.equal(isFoundation({ proofs: [code], created: true }), true);
  assert.equal(isFoundation({ proofs: [{ kind: 'invitation', at }] }), true);
});

test('what a provider upstream said counts for no account that is only found afterwards, but for one that the run makes', () => {
  const before = { ...noFacts, proofs: [{ kind: 'federated', at }, { kind: 'email-code', at }] } as const;
  const kinds = (answer: Parameters<typeof learn>[1]) => learn(before, answer).proofs.map(({ kind }) => kind);
  assert.deepEqual(kinds({ facts: { principal: 'found' } }), ['email-code']);
  assert.deepEqual(kinds({ facts: { principal: 'made', created: true } }), ['federated', 'email-code']);
  assert.deepEqual(kinds({ facts: { principal: 'linked' }, proofs: [{ kind: 'federated', at }] }), ['email-code', 'federated']);
  assert.deepEqual(kinds({ facts: { identifier: 'typed' } }), ['federated', 'email-code']);
});
