/** How much is kept of what is said of a decision, and who may turn over what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../../contract/events/index.ts';
import { hasCode } from '../kernel/index.ts';
import { giverOf, hasRoom, nextRevision, type DecisionLabel, type GivenLabel } from './label.ts';

const shop: Actor = { kind: 'client', id: 'shop' };
const desk: Actor = { kind: 'client', id: 'desk' };
const analyst: Actor = { kind: 'principal', id: 'analyst' };
const said = (actor: Actor, each: number, source: DecisionLabel['source'] = 'support'): DecisionLabel => ({
  source, reference: `${source} ${each}`, revision: 0, verdict: 'genuine', confidence: 0.9, at: new Date(0), givenBy: giverOf(actor), note: null,
});
const many = (actor: Actor, count: number, source?: DecisionLabel['source']) => Array.from({ length: count }, (_, each) => said(actor, each, source));

test('ten entries of an application take no room from anybody else', () => {
  const full = many(shop, 10);
  assert.equal(hasRoom({ source: 'chargeback', actor: shop }, many(shop, 9)), true);
  assert.equal(hasRoom({ source: 'chargeback', actor: shop }, full), false);
  assert.equal(hasRoom({ source: 'support', actor: desk }, full), true);
  assert.equal(hasRoom({ source: 'support', actor: analyst }, full), true);
  const busy = [...full, ...many(analyst, 50)];
  assert.equal(hasRoom({ source: 'support', actor: analyst }, busy), false);
  assert.equal(hasRoom({ source: 'confirmed', actor: analyst }, busy), true);
  assert.equal(hasRoom({ source: 'confirmed', actor: analyst }, many(analyst, 50, 'confirmed')), false);
});

test('what another has said an application neither takes back nor turns over', () => {
  const given = { population: 'customers', decision: 'd', source: 'support', reference: 'support 0', verdict: 'impostor' } as const;
  const next = (actor: Actor, more: Partial<GivenLabel>, by: Actor) => nextRevision({ ...given, actor, ...more }, [said(by, 0)]);
  for (const more of [{ supersedes: true }, { verdict: 'withdrawn' }] as const) {
    assert.throws(() => next(shop, more, analyst), (error) => hasCode(error, 'label.unknown'));
    assert.throws(() => next(shop, more, desk), (error) => hasCode(error, 'label.unknown'));
    assert.equal(next(shop, more, shop), 1);
    assert.equal(next(analyst, more, shop), 1);
  }
  assert.equal(next(shop, {}, analyst), undefined, 'sent again it changes nothing');
});
