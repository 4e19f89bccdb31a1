import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedAssurance } from './asked-assurance.ts';

const [basic, mfa, phr] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'] as const;
const claims = (acr: object) => JSON.stringify({ id_token: { acr } });

test('any of several acr_values will do, so the weakest known one is what must be reached', () => {
  assert.equal(askedAssurance({ acr_values: `${phr} ${mfa}` }).acr, mfa);
  assert.equal(askedAssurance({ acr_values: `urn:other ${phr}` }).acr, phr);
  assert.equal(askedAssurance({ acr_values: 'urn:other' }).acr, undefined);
  assert.equal(askedAssurance({}).acr, undefined);
});

test('of acr_values and the acr claim the stronger counts', () => {
  assert.equal(askedAssurance({ acr_values: basic, claims: claims({ essential: true, value: mfa }) }).acr, mfa);
  assert.equal(askedAssurance({ acr_values: phr, claims: claims({ values: [basic, mfa] }) }).acr, phr);
});

test('an essential acr that nobody knows cannot be reached, a voluntary one is passed over', () => {
  assert.deepEqual(askedAssurance({ claims: claims({ essential: true, values: ['urn:other'] }) }), { acr: undefined, unreachable: true });
  assert.equal(askedAssurance({ claims: claims({ values: ['urn:other'] }) }).unreachable, false);
  assert.equal(askedAssurance({ acr_values: 'urn:other' }).unreachable, false);
});

test('claims that make no sense ask for nothing', () => {
  for (const text of ['', '{', 'null', '[]', '{"id_token":null}', '{"id_token":{"acr":null}}', '{"id_token":{"acr":7}}']) {
    assert.deepEqual(askedAssurance({ claims: text }), { acr: undefined, unreachable: false });
  }
});

test('a decision is named by one value of either way of asking; two name none', () => {
  const [one, other] = ['0190a5d3-0000-7000-8000-000000000001', '0190a5d3-0000-7000-8000-000000000002'];
  const name = (id: string) => `urn:limen:decision:${id}`;
  const named = (acr_values: string, more?: string) => askedAssurance({ acr_values, ...(more ? { claims: claims({ values: [more] }) } : {}) }).decision;
  assert.deepEqual([named(`${mfa} ${name(one)}`), named(mfa, name(one)), named(name(one), name(one))], [one, one, one]);
  assert.deepEqual([named(mfa), named(`${name(one)} ${name(other)}`), named(name(one), name(other)), named(`${name(one)}x`)], [undefined, undefined, undefined, undefined]);
  assert.equal(askedAssurance({ acr_values: `${mfa} ${name(one)}` }).acr, mfa, 'and is no class');
});
