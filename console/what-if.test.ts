/** What stands in the address of the what-if page, as the question that the server takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situation } from '../contract/admin/what-if.ts';
import { situationOf, type Asked } from './src/decisions/situation.ts';
import { whatIfSearch } from './src/searches.ts';

const hour = 3_600_000;
const day = 24 * hour;
const ask = (search: string) => situation.parse(situationOf(whatIfSearch(Object.fromEntries(new URLSearchParams(search))) as Asked));

test('all that the built-in policies read can be chosen, and is a situation that the server takes', () => {
  assert.deepEqual(ask('device=2d&amount=620+eur&today=1200.5&changed=1h&removed=2d&account=7d&recovery=going&managed=yes&explored=yes&on=order&said=records%3D20000,+region+%3D+a+b&client=shop'), {
    deviceKnownFor: 2 * day, amount: { value: 620, currency: 'EUR', today: 1200.5 }, contactChangedAge: hour, contactRemovedAge: 2 * day, accountAge: 7 * day,
    recovered: null, recovering: true, deviceManaged: true, explored: true, client: 'shop', resource: { type: 'order', properties: { records: '20000', region: 'a b' } },
  });
  assert.deepEqual(ask('recovery=open&changed=never'), { recovered: { age: hour, factorAge: 0 }, recovering: false, contactChangedAge: null });
});

test('what is no choice, amount or property asks nothing', () => {
  for (const search of ['', 'amount=much', 'amount=620', 'today=5', 'said=records', 'said=,', 'recovery=constructor', 'changed=soon', 'managed=maybe', 'today=x&amount=']) {
    assert.deepEqual(ask(search), {}, search);
  }
  // A day is no less than what it has in it.
  assert.deepEqual(ask('amount=620+EUR&today=5'), { amount: { value: 620, currency: 'EUR' } });
});
