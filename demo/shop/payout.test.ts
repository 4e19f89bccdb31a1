import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedIn } from '../relying-party.ts';
import { freshFor, mayChangePayout, readIban } from './payout.ts';

const now = new Date('2027-01-01T12:00:00Z');

function person(acr: string | undefined, ageSeconds: number | undefined): SignedIn {
  const authTime = ageSeconds === undefined ? undefined : new Date(now.getTime() - ageSeconds * 1000);
  return { subject: 'ann', sid: 's', name: undefined, email: undefined, acr, amr: [], authTime, idToken: '' };
}

test('money goes elsewhere only after a strong and new sign-in', () => {
  assert.equal(mayChangePayout(person('urn:limen:acr:mfa', 10), now), true);
  assert.equal(mayChangePayout(person('urn:limen:acr:phr', freshFor), now), true);
  assert.equal(mayChangePayout(person('urn:limen:acr:phr', freshFor + 1), now), false);
  assert.equal(mayChangePayout(person('urn:limen:acr:basic', 10), now), false);
  assert.equal(mayChangePayout(person(undefined, 10), now), false);
  assert.equal(mayChangePayout(person('urn:limen:acr:phr', undefined), now), false);
});

test('an IBAN is taken with spaces, and refused with one digit wrong', () => {
  assert.equal(readIban('gb82 west 1234 5698 7654 32'), 'GB82WEST12345698765432');
  assert.equal(readIban('GB82WEST12345698765433'), undefined);
  assert.equal(readIban('<script>'), undefined);
  assert.equal(readIban(''), undefined);
});
