import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hour } from '../kernel/index.ts';
import type { NetworkKind } from '../networks/index.ts';
import { kilometresBetween } from './country-distance.ts';
import { placeOf, travelSpeed } from './travel-speed.ts';

const began = new Date('2026-03-02T19:00:00Z');
const later = (hours: number): Date => new Date(began.getTime() + hours * hour);
const at = (country: string, kind: NetworkKind = 'usual') => ({ asn: 'AS64500', country, kind });

test('neighbours are no way apart, and other countries at least as far as they can be', () => {
  for (const [one, other] of [['DE', 'FR'], ['US', 'CA'], ['US', 'MX'], ['RU', 'NO'], ['IT', 'VA'], ['ZA', 'LS'], ['ES', 'GI'], ['FR', 'BR']] as const) {
    assert.equal(kilometresBetween(one, other), 0, `${one} ${other}`);
  }
  // From the nearest places of both: the Azores to Newfoundland are 2,400 km, Perth to Jakarta 3,000, Berlin to Lagos 5,200.
  for (const [one, other, least, most] of [['PT', 'CA', 1_000, 2_400], ['NZ', 'DE', 14_000, 18_500], ['DE', 'NG', 2_500, 5_200], ['GB', 'US', 3_000, 5_600]] as const) {
    const far = kilometresBetween(one, other)!;
    assert.ok(far > least && far < most, `${one} ${other} ${far}`);
    assert.equal(kilometresBetween(other, one), far);
  }
  assert.equal(kilometresBetween('DE', 'DE'), 0);
  assert.equal(kilometresBetween('DE', 'XX'), undefined);
  assert.equal(kilometresBetween('DE', '__proto__'), undefined);
});

test('a way that no flight makes is faster than one, and a flight is not', () => {
  const home = placeOf(at('DE'), began);
  assert.ok(travelSpeed(home, at('NZ'), later(2))! > 1_000);
  const flown = travelSpeed(home, at('NZ'), later(27))!;
  assert.ok(flown > 400 && flown < 800, String(flown));
  assert.equal(travelSpeed(home, at('FR'), later(0.2)), 0);
  assert.equal(travelSpeed(home, at('DE'), later(0)), 0);
  assert.ok(Number.isFinite(travelSpeed(home, at('NZ'), later(0))));
});

test('the way can\'t be told from or to data centres, relays and mobile networks, unknown countries, or backwards in time', () => {
  for (const kind of ['hosting', 'relay', 'mobile'] as const) {
    assert.equal(travelSpeed(placeOf(at('DE', kind), began), at('NZ'), later(2)), null, kind);
    assert.equal(travelSpeed(placeOf(at('DE'), began), at('NZ', kind), later(2)), null, kind);
  }
  assert.equal(travelSpeed(placeOf({ asn: 'AS1', kind: 'usual' }, began), at('NZ'), later(2)), null);
  assert.equal(travelSpeed(placeOf(at('DE'), began), { country: 'NZ' }, later(2)), null, 'whose network it is isn\'t known');
  assert.equal(travelSpeed(placeOf(at('DE'), began), at('XX'), later(2)), null);
  assert.equal(travelSpeed(placeOf(at('DE'), began), at('NZ'), later(-2)), null);
});

test('nothing is said without a place, of an address of which nothing is known, or after two days', () => {
  assert.equal(travelSpeed(undefined, at('NZ'), later(2)), undefined);
  assert.equal(travelSpeed(placeOf(at('DE'), began), undefined, later(2)), undefined);
  assert.equal(travelSpeed(placeOf(at('DE'), began), at('NZ'), later(49)), undefined);
});
