import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales } from './locale.ts';
import { renderScreen } from './render-screen.ts';
import { sampleFrame } from './samples.ts';
import { moneyIn } from './say.ts';

const transaction = { about: 'Payment of an order', amount: '1234.5', currency: 'EUR', payee: 'Larch & Loom' };

test('whoever proves themselves sees how much, to whom, for what and who asked, in every language', () => {
  for (const locale of locales) {
    for (const name of ['identify', 'email-code', 'password', 'passkey', 'totp']) {
      const page = renderScreen({ ...sampleFrame(name, locale), transaction });
      assert.ok(page.includes('Larch &amp; Loom') && page.includes('Payment of an order'), `${locale} ${name}`);
      assert.ok(page.includes(moneyIn(locale, '1234.5', 'EUR')), `${locale} ${name}`);
      // Before the form: it is read first, and heard first.
      assert.ok(page.indexOf('class="transaction"') < page.indexOf('<form'));
    }
  }
  assert.doesNotMatch(renderScreen(sampleFrame('identify', 'en')), /class="transaction"/);
});

test('where no amount is at stake, what is confirmed is the action, for whom it is asked', () => {
  const page = renderScreen({ ...sampleFrame('passkey', 'en'), transaction: { about: 'Change of the payout account' } });
  assert.match(page, /You are about to confirm[\s\S]*Change of the payout account/);
  assert.doesNotMatch(page, />Amount<|>To<|undefined|NaN/);
});

test('a refused run confirms nothing any more, and markup in a name is none', () => {
  assert.doesNotMatch(renderScreen({ ...sampleFrame('refuse-try-later', 'en'), transaction }), /class="transaction"/);
  const nasty = renderScreen({ ...sampleFrame('passkey', 'en'), transaction: { ...transaction, payee: '<b>"x</b>', about: '</dl>' } });
  assert.doesNotMatch(nasty, /<b>"x|<\/dl><\/bdi>/);
});

test('no digit of an amount is lost, and each currency has its own number of them', () => {
  assert.equal(moneyIn('en', '1234.5', 'EUR'), '€1,234.50');
  assert.equal(moneyIn('en', '1234', 'JPY'), 'JP¥1,234');
  assert.equal(moneyIn('en', '0.123456', 'USD'), 'US$0.123456');
  assert.equal(moneyIn('de', '900719925474099.12', 'EUR').replace(/\s/g, ' '), '900.719.925.474.099,12 €');
});
