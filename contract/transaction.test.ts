import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTransaction } from './transaction.ts';

const asked = (action: Record<string, unknown>, resource?: Record<string, unknown>) => (
  readTransaction({ action: { name: 'payout.change', properties: action }, resource: { properties: resource } }));

test('the same amount is the same, however it is written', () => {
  const same = [12.5, '12.5', '12.50', '012.500000'].map((amount) => asked({ amount, currency: 'EUR' }).transaction);
  for (const each of same) assert.deepEqual(each, { action: 'payout.change', amount: '12.5', currency: 'EUR' });
  assert.equal(asked({ amount: '900719925474099.123456', currency: 'JPY' }).transaction?.amount, '900719925474099.123456');
  assert.equal(asked({ amount: '000', currency: 'JPY' }).transaction?.amount, '0');
});

test('its fields may stand at the action or at the resource', () => {
  const { transaction } = asked({ amount: 3 }, { currency: 'USD', payee: 'Zoë & Söhne' });
  assert.deepEqual(transaction, { action: 'payout.change', amount: '3', currency: 'USD', payee: 'Zoë & Söhne' });
  assert.deepEqual(asked({ amount: 3, currency: 'USD' }, { amount: 4 }).faults.map(({ path }) => path.join('.')), ['resource.properties.amount']);
});

test('without an amount there is none, whatever else the properties say', () => {
  assert.deepEqual(asked({ currency: 'beads', payee: '' }), { faults: [] });
});

test('what is no amount, no currency or no name to show is told where it stands', () => {
  const faulty: readonly (readonly [Record<string, unknown>, string])[] = [
    ...['', 'ten', '1e5', '-1', '+1', '1,50', '0x10', ' 1', '1.', '.5', '1.1234567', '1'.repeat(16), -1, 1e15, 1e21, 1e-7, null, true, {}, [1]]
      .map((amount) => [{ amount, currency: 'EUR' }, 'action.properties.amount'] as const),
    [{ amount: 1 }, 'action.properties.currency'],
    ...['eur', 'EURO', 'ZZZ', 978, null].map((currency) => [{ amount: 1, currency }, 'action.properties.currency'] as const),
    ...['', ' x', 'a\nb', 'a\u202eb', 'a\u200bb', 'x'.repeat(141), 7,
      // Letters and symbols by their category, and nothing to see.
      '\u3164', 'a\u3164b', '\u2800', '\uffa0', '\u115f\u1160', 'a\ufe0f', 'a\u034fb', '\u{1d159}', '\u0301'].map((payee) => [{ amount: 1, currency: 'EUR', payee }, 'action.properties.payee'] as const),
  ];
  for (const [properties, at] of faulty) {
    const { transaction, faults } = asked(properties);
    assert.equal(transaction, undefined, JSON.stringify(properties));
    assert.equal(faults[0]?.path.join('.'), at, JSON.stringify(properties));
    assert.ok(faults[0]!.message.length > 5);
  }
});
