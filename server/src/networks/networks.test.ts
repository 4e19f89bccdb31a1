import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createLog, type Log } from '../kernel/index.ts';
import { addressKey } from './address-key.ts';
import { networkOf, prefixOf } from './address.ts';
import { createNetworks, shippedTable, type NetworksDeps } from './create-networks.ts';
import { kindOf } from './kinds.ts';
import { openNetworkTable, writeNetworkTable } from './network-table.ts';
import { placeOf } from './place.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-networks-'));
after(() => rm(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

/** A log that remembers what it was told. */
function heard(): { log: Log; lines: { msg: string; file?: string }[] } {
  const lines: { msg: string; file?: string }[] = [];
  return { lines, log: createLog({ level: 'warn', destination: { write: (line) => { lines.push(JSON.parse(line) as never); } } }) };
}

async function networks(deps: Partial<NetworksDeps> = {}) {
  const { log, lines } = heard();
  const made = createNetworks({ files: [], log, ...deps });
  await made.refresh();
  return { ...made, lines };
}

test('the files that come with Limen know who owns an address, where, and what kind of network it is', async () => {
  const { find, lines } = await networks();
  assert.deepEqual(find('193.99.144.80'), { asn: 'AS206564', country: 'DE', kind: 'usual' });
  assert.deepEqual(find('5.9.10.11'), { asn: 'AS24940', country: 'DE', kind: 'hosting' });
  assert.deepEqual(find('2a01:4f8::1'), { asn: 'AS24940', country: 'DE', kind: 'hosting' });
  assert.equal(find('2001:4860:4860::8888')?.asn, 'AS15169');
  assert.equal(find('146.70.120.5')?.kind, 'relay');
  assert.equal(find('172.58.10.1')?.kind, 'mobile');
  assert.deepEqual(lines, []);
});

test('of private, reserved and loopback addresses, and of what is none, nothing is known', async () => {
  const { find } = await networks();
  for (const address of [
    '127.0.0.1', '10.1.2.3', '192.168.1.1', '100.64.0.9', '203.0.113.4', '198.51.100.7', '224.0.0.1', '0.0.0.0', '::1', '::', 'fe80::1', 'fd00::1',
    '::ffff:8.8.8.8', '2001:db8::1', 'unknown', '', '8.8.8', '8.8.8.8.8', '1e3', 'x'.repeat(100_000), '2a01:4f8::1%eth0',
  ]) assert.equal(find(address), undefined, address.slice(0, 40));
});

test('before anything was read nothing is known, and nothing fails', () => {
  assert.equal(createNetworks({ files: [], log: heard().log }).find('8.8.8.8'), undefined);
});

test('a file that is missing or no database is said once, and the rest is known all the same', async () => {
  await writeFile(file('rubbish.mmdb'), Buffer.alloc(100_000, 7));
  await writeFile(file('empty.mmdb'), '');
  await writeFile(file('cut.mmdb'), mmdbOf({ country_code: 'NZ' }).subarray(4));
  const { find, refresh, lines } = await networks({ files: [file('none.mmdb'), file('rubbish.mmdb'), file('empty.mmdb'), file('cut.mmdb')] });
  assert.equal(find('193.99.144.80')?.country, 'DE');
  assert.deepEqual(lines.map((line) => line.file), ['none', 'rubbish', 'empty', 'cut'].map((name) => file(`${name}.mmdb`)));
  await refresh();
  assert.equal(lines.length, 4);
});

test('a file that is replaced is read anew; one that is replaced by rubbish leaves what was known', async () => {
  const path = file('own.mmdb');
  const { find, refresh, lines } = await networks({ files: [path] });
  assert.equal(lines.length, 1, 'missing');
  await writeFile(path, mmdbOf({ country: { iso_code: 'NZ' } }));
  await refresh();
  assert.equal(find('193.99.144.80')?.country, 'NZ', 'the operator\'s own file counts first');
  assert.equal(find('193.99.144.80')?.asn, 'AS206564', 'what it doesn\'t know is ours');
  await writeFile(path, 'half a downl');
  await refresh();
  assert.equal(find('193.99.144.80')?.country, 'NZ');
  assert.equal(lines.length, 2);
});

test('the fields of several makers are understood, and what is no country or number is left out', async () => {
  const cases = [
    [{ country_code: 'SE' }, { country: 'SE' }],
    [{ registered_country: { iso_code: 'JP' } }, { country: 'JP' }],
    [{ country: 'BR', asn: 'AS64500', as_name: 'Example Hosting' }, { country: 'BR', asn: 'AS64500', kind: 'hosting' }],
    [{ autonomous_system_number: 64501, autonomous_system_organization: 'Example Mobile' }, { asn: 'AS64501', kind: 'mobile' }],
    [{ is_anonymous: true, is_hosting_provider: true, is_tor_exit_node: true }, { kind: 'relay' }],
    [{ is_anonymous: true, is_hosting_provider: true }, { kind: 'hosting' }],
    [{ country_code: 'Atlantis', asn: 'AS99999999999' }, {}],
  ] as const;
  for (const [fields, known] of cases) {
    await writeFile(file('one.mmdb'), mmdbOf(fields));
    const { find } = await networks({ files: [file('one.mmdb')] });
    const ours = (await networks()).find('193.99.144.80')!;
    assert.deepEqual(find('193.99.144.80'), { ...ours, ...known }, JSON.stringify(fields));
  }
});

test('an address is the number that it stands for, however it is written', () => {
  assert.deepEqual(addressKey('1.2.3.4'), { family: 4, at: 0x010203 });
  for (const text of ['2001:db8:1::', '2001:DB8:1:2:0:0:0:9', '2001:0db8:0001::1.2.3.4']) {
    assert.deepEqual(addressKey(text), { family: 6, at: 0x20010db80001 }, text);
  }
  assert.deepEqual(addressKey('::'), { family: 6, at: 0 });
  assert.deepEqual(addressKey('64:ff9b::1.2.3.4'), { family: 6, at: 0x0064ff9b0000 });
  assert.equal(addressKey('1.2.3.4/8'), undefined);
});

test('a table gives back what was put in, at both ends of each range and across its blocks, and refuses what is none', async () => {
  const v4 = Array.from({ length: 2_000 }, (_, at) => ({ at: 0x010000 + 2 * at, system: at % 3, country: at % 2 }));
  const v6 = [{ at: 0x2a0000000000, system: 2, country: 1 }, { at: 0x2a0000010000, system: 0, country: 0 }];
  const bytes = writeNetworkTable({ countries: ['NO'], systems: [{ asn: 64_500, kind: 'usual' }, { asn: 4_200_000_000, kind: 'relay' }], v4, v6 });
  await writeFile(file('own.table'), bytes);
  const { lookUp, close } = openNetworkTable(file('own.table'));
  const expected = [undefined, { asn: 'AS64500', kind: 'usual' }, { asn: 'AS4200000000', kind: 'relay' }];
  v4.forEach(({ at, system, country }) => {
    for (const key of [at, at + 1]) {
      const known = { ...expected[system], ...(country === 1 ? { country: 'NO' } : {}) };
      assert.deepEqual(lookUp(`1.${key >> 8 & 255}.${key & 255}.7`) ?? {}, known, String(at));
    }
  });
  assert.equal(lookUp('0.255.255.255'), undefined);
  assert.deepEqual(lookUp('2a00:0:0:ffff::1'), { asn: 'AS4200000000', kind: 'relay', country: 'NO' });
  assert.deepEqual([lookUp('2a00:1::'), lookUp('29ff:ffff:ffff::')], [undefined, undefined]);
  close();
  for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, bytes]), Buffer.from('LIMENNW1'), Buffer.alloc(0)]) {
    await writeFile(file('own.table'), wrong);
    assert.throws(() => openNetworkTable(file('own.table')));
  }
});

test('the table that comes with Limen is small enough to come along', async () => {
  assert.ok((await readFile(shippedTable)).length < 8 * 1024 * 1024);
});

test('numbers speak before names, and names as words', () => {
  assert.equal(kindOf(9_009, 'M247 Europe SRL'), 'relay');
  for (const [name, kind] of [
    ['Proxy VN Technology', 'relay'], ['Castle VPN Servers', 'relay'], ['Host Europe GmbH', 'hosting'], ['Rechenzentrum Verden', 'hosting'],
    ['Kami Mobile Services', 'mobile'], ['Exxon Mobil Corporation', 'usual'], ['Ghostbusters Telecom', 'usual'], ['Deutsche Telekom AG', 'usual'],
  ] as const) assert.equal(kindOf(64_500, name), kind, name);
});

/** The smallest file of the MaxMind DB format 2.0: one node, both of whose sides lead to the same record. */
function mmdbOf(record: object): Buffer {
  const data = written(record);
  // A pointer into the data section is the node count, 16 bytes of separator and the offset.
  const node = Buffer.from([0, 0, 17, 0, 0, 17]);
  const metadata = written({
    binary_format_major_version: 2, binary_format_minor_version: 0, build_epoch: 1_780_000_000, database_type: 'test', description: {},
    ip_version: 4, languages: [], node_count: 1, record_size: 24,
  });
  return Buffer.concat([node, Buffer.alloc(16), data, Buffer.from('abcdef4d61784d696e642e636f6d', 'hex'), metadata]);
}

function written(value: unknown): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  if (typeof value === 'boolean') return control(14, value ? 1 : 0);
  if (Array.isArray(value)) return Buffer.concat([control(11, value.length), ...value.map(written)]);
  const entries = Object.entries(value as object);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, each]) => [written(key), written(each)])]);
}

/** Type and size; types above 7 stand in a second byte, sizes from 29 in another one. */
function control(type: number, size: number): Buffer {
  const [first, more] = size < 29 ? [size, []] : [29, [size - 29]];
  return type < 8 ? Buffer.from([type << 5 | first, ...more]) : Buffer.from([first, type - 7, ...more]);
}

test('one customer of a network and one site are told apart, however an address is written', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('2001:db8:0:1::1'), '2001:db8:0:1::/64');
  assert.equal(networkOf('2001:0db8:0000:0001:ffff::9'), '2001:db8:0:1::/64');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.notEqual(networkOf('2001:db8:0:2::1'), networkOf('2001:db8:0:1::1'));
  assert.equal(networkOf('not an address'), undefined);
  assert.equal(prefixOf('203.0.113.7'), '203.0.113.0/24');
  assert.equal(prefixOf('::ffff:203.0.113.200'), '203.0.113.0/24');
  assert.equal(prefixOf('2001:db8:7:1::1'), '2001:db8:7::/48');
  assert.equal(prefixOf('2001:db8:7:2::1'), '2001:db8:7::/48');
  assert.equal(prefixOf('::'), '0:0:0::/48');
  assert.equal(prefixOf('nonsense'), undefined);
});

test('a place is a system or a prefix, never an address, and what is inside is one place', () => {
  const find = (address: string) => (address.startsWith('5.9.') ? { asn: 'AS24940', kind: 'hosting' as const } : undefined);
  const cases: readonly (readonly [address: string, kind: string, place: string])[] = [
    ['5.9.10.11', 'hosting', 'AS24940'], ['203.0.113.9', 'unknown', '203.0.113.0/24'], ['2001:db8:1:2::3', 'unknown', '2001:db8:1::/48'],
    ['2001:db8::3', 'unknown', '2001:db8:0::/48'], ['10.1.2.3', 'private', 'private'], ['100.64.0.1', 'private', 'private'], ['127.0.0.1', 'private', 'private'],
    ['fd00::1', 'private', 'private'], ['::1', 'private', 'private'], ['172.32.0.1', 'unknown', '172.32.0.0/24'], ['unknown', 'unknown', 'unknown'], ['1.2.3', 'unknown', 'unknown'],
  ];
  assert.deepEqual(cases.map(([address]) => placeOf(find, address)), cases.map(([, kind, place]) => ({ kind, place })));
});
