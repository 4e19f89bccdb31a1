import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode } from '../kernel/index.ts';
import { clientAddressOf, networkOf, normaliseAddress } from './client-address.ts';

const trusted = ['10.0.0.0/8', '2001:db8:1::/48'];
const behind = clientAddressOf({ addresses: trusted });
const chain = (value: string) => ({ 'x-forwarded-for': value });

test('the right-most address that is no trusted proxy is the client', () => {
  assert.equal(behind('10.0.0.1', chain('198.51.100.7, 203.0.113.9, 10.0.0.2')), '203.0.113.9');
  assert.equal(behind('::ffff:10.0.0.1', chain('203.0.113.9:4711')), '203.0.113.9');
  assert.equal(behind('2001:db8:1::5', chain('[2001:DB8:0:0::9]:443')), '2001:db8::9');
});

test('a peer that is no trusted proxy speaks for nobody', () => {
  assert.equal(behind('203.0.113.9', chain('198.51.100.7')), '203.0.113.9');
  assert.equal(clientAddressOf({ addresses: [] })('10.0.0.1', chain('198.51.100.7')), '10.0.0.1');
  assert.equal(behind(undefined, chain('198.51.100.7')), 'unknown');
});

test('a chain that cannot be read ends at the last proxy that is known', () => {
  assert.equal(behind('10.0.0.1', chain('203.0.113.9, nonsense')), '10.0.0.1');
  assert.equal(behind('10.0.0.1', chain('nonsense, 10.0.0.2')), '10.0.0.2');
  assert.equal(behind('10.0.0.1', {}), '10.0.0.1');
  assert.equal(behind('10.0.0.1', chain('10.0.0.3, 10.0.0.2')), '10.0.0.3');
});

test('only the one configured header is read', () => {
  const forwarded = clientAddressOf({ addresses: trusted, header: 'forwarded' });
  const both = {
    'x-forwarded-for': '198.51.100.7', 'forwarded': 'for="[2001:db8::17]:4711";proto=https, for=10.0.0.9',
  };
  assert.equal(forwarded('10.0.0.1', both), '2001:db8::17');
  assert.equal(behind('10.0.0.1', both), '198.51.100.7');
  assert.equal(forwarded('10.0.0.1', { forwarded: 'for=_hidden' }), '10.0.0.1');
});

test('a wrong entry refuses the configuration', () => {
  for (const entry of ['10.0.0.0/33', 'proxy.example', '10.0.0.0/8/8', '2001:db8::/129', '10.0.0.0/-1', '10.0.0.0/']) {
    assert.throws(() => clientAddressOf({ addresses: [entry] }), (error) => hasCode(error, 'config.invalid'), entry);
  }
});

test('an address has one spelling', () => {
  assert.equal(normaliseAddress('::FFFF:192.0.2.1'), '192.0.2.1');
  assert.equal(normaliseAddress('::ffff:c000:201'), '192.0.2.1');
  assert.equal(normaliseAddress('fe80::1%eth0'), 'fe80::1');
  assert.equal(normaliseAddress('2001:0DB8:0:0:0:0:0:1'), '2001:db8::1');
  assert.equal(normaliseAddress('192.0.2.1.5'), undefined);
});

test('limits count an IPv6 subscriber by the /64', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
});
