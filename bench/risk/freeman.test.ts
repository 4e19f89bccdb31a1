import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFreeman, type Freeman } from './freeman.ts';

const home = ['a1', 'p1', 'AS1', 'NO'];
/** Learns a login of a user, who is one of everybody. */
function learn(freeman: Freeman, user: number, ...login: Parameters<Freeman['count']>): void {
  freeman.count(...login);
  freeman.learn(user, ...login);
}
const phone = { versions: ['ua1', 'chrome 1', 'android 1', 'mobile'], families: [] };

test('a user whose only login is repeated scores as the formula says', () => {
  const freeman = createFreeman();
  assert.equal(freeman.score(1, home, phone), undefined);
  learn(freeman, 1, home, phone);
  learn(freeman, 2, ['a2', 'p2', 'AS2', 'NO'], { versions: ['ua2', 'safari 1', 'ios 1', 'mobile'], families: [] });
  // Two logins in all. First level: 1/(2 + values of the next level + 1); the others: plain shares.
  const network = 0.6 * 1 / (2 + 3) + 0.3 * 1 / 2 + 0.1 * 2 / 2;
  const client = 0.538665 * 1 / (2 + 3) + 0.268045 * 1 / 2 + 0.188183 * 1 / 2 + 0.005107 * 2 / 2;
  assert.ok(Math.abs(freeman.score(1, home, phone)! - Math.log(network * client)) < 1e-9);
});

test('a chain that is new at every level counts four times, whatever it is', () => {
  const freeman = createFreeman();
  learn(freeman, 1, home, phone);
  const elsewhere = ['z', 'z', 'ASz', 'US'];
  const unknown = { versions: ['z', 'z', 'z', 'z'], families: [] };
  assert.ok(Math.abs(freeman.score(1, elsewhere, unknown)! - Math.log(4 * 4)) < 1e-9);
});
