import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ShownInvitation, ShownPrincipal } from '../../../../contract/admin/index.ts';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const here = { data: server.config.dataFolder, workingFolder: folder };

interface Invited { principal: ShownPrincipal; invitation: ShownInvitation; created: boolean }

const invite = (...words: string[]): Promise<Invited> => limenJson(here, ['principal', 'invite', 'workforce', ...words]);
/** 303 leads into the journey. */
const statusOf = async (link: string): Promise<number> => (await fetch(link, { redirect: 'manual' })).status;
const show = async (who: string): Promise<ShownPrincipal> =>
  (await limenJson<{ principal: ShownPrincipal }>(here, ['principal', 'show', 'workforce', who])).principal;

test('an invitation makes the person, with all that is known of them, and a link that opens', async () => {
  const { code, out, err } = await limen(here, ['principal', 'invite', 'workforce', 'Ann@Example.org', '--name', 'Ann Lee',
    '--username', 'ann', '--employee-number', '4711', '--locale', 'en-gb']);
  assert.equal(code, 0, err);
  assert.match(out, new RegExp(`^${server.config.url}/workforce/enrol/[\\w-]{43}\n$`));
  assert.match(err, /Ann Lee was added to workforce[^]*works once, until 20/);
  assert.equal(await statusOf(out.trim()), 303);
  for (const who of ['ann@example.org', 'ANN', '4711']) {
    const { displayName, locale, identifiers } = await show(who);
    assert.deepEqual([displayName, locale], ['Ann Lee', 'en-GB']);
    assert.equal(identifiers.every(({ verifiedAt }) => verifiedAt !== null), true);
  }
});

test('whoever is known gets a new link, and the one before stops working', async () => {
  const first = await invite('bob@example.org');
  const second = await invite('BOB@example.org');
  assert.deepEqual([first.created, second.created], [true, false]);
  assert.equal(second.principal.id, first.principal.id);
  assert.equal(await statusOf(second.invitation.link), 303);
  assert.equal(await statusOf(first.invitation.link), 404);
});

test('an invitation lasts 24 hours, and is mailed only when asked to', async () => {
  const before = Date.now();
  const { invitation } = await invite('cleo@example.org', '--mail');
  const lasts = Date.parse(invitation.expiresAt) - before;
  assert.ok(Math.abs(lasts - 86_400_000) < 60_000, String(lasts));
  assert.equal(invitation.mailed, true);
  assert.equal((await invite('dora@example.org')).invitation.mailed, false);
});

test('an address that is none is refused and makes nobody', async () => {
  const { code, err } = await limen(here, 'principal invite workforce not-an-address');
  assert.equal(code, 1);
  assert.match(err, /identifier\.invalid/);
  assert.equal((await limen(here, 'principal show workforce not-an-address')).code, 1);
});

test('an import makes and updates people, and can be sent again', async () => {
  await writeFile(join(folder, 'people.csv'), 'email,employee_number,display_name\nemil@example.org,100,Emil\nfay@example.org,101,Fay\n');
  assert.deepEqual(await limenJson(here, 'principal import workforce people.csv'), { created: 2, updated: 0, unchanged: 0, invited: 0 });
  await writeFile(join(folder, 'people.csv'), 'email,employee_number,display_name\nemil@example.org,100,Emil E\nfay@example.org,101,Fay\ngus@example.org,102,Gus\n');
  const { out } = await limen(here, 'principal import workforce people.csv --invite');
  assert.equal(out, '1 created, 1 updated, 1 unchanged; 1 invited\n');
  assert.equal((await show('100')).displayName, 'Emil E');
});

test('bad rows are told with file and line, end with 3, and nobody is imported', async () => {
  await writeFile(join(folder, 'bad.csv'), 'email,display_name\nhugo@example.org,Hugo\nnot-an-address,Ina\nhugo@example.org,Twin\n');
  const { code, err } = await limen(here, 'principal import workforce bad.csv');
  assert.equal(code, 3);
  assert.match(err, /\n  bad\.csv:3 email: is not a usable[^]*\n  bad\.csv:4 email: is also in line 2/);
  assert.equal((await limen(here, 'principal show workforce hugo@example.org')).code, 1);
  await writeFile(join(folder, 'latin.csv'), Buffer.from('email,display_name\nj@example.org,J\xf6rg\n', 'latin1'));
  const latin = await limen(here, 'principal import workforce latin.csv');
  assert.equal(latin.code, 2);
  assert.match(latin.err, /not UTF-8/);
});

test('a suspended person is out until reactivated', async () => {
  await invite('kim@example.org', '--name', 'Kim');
  assert.equal((await limen(here, ['principal', 'suspend', 'workforce', 'kim@example.org', '--reason', 'left'])).out, 'Kim is suspended\n');
  assert.equal((await show('kim@example.org')).state, 'suspended');
  const refused = await limen(here, 'principal invite workforce kim@example.org');
  assert.match(refused.err, /principal\.suspended/);
  assert.equal((await limen(here, 'principal reactivate workforce kim@example.org')).code, 0);
  assert.equal((await show('kim@example.org')).state, 'active');
});

test('sessions are listed and ended', async () => {
  const { principal: { id, population } } = await invite('lea@example.org');
  const { ground: { database, clock }, limen: { sessions } } = server;
  await database.transaction((tx) => sessions.start(tx, {
    ref: { population, principal: id }, proofs: [{ kind: 'passkey', at: clock(), userVerified: true }],
    personal: { clientAddress: '127.0.0.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
  }));
  assert.match((await limen(here, 'principal sessions workforce lea@example.org')).out, / phr  .*Firefox/);
  assert.equal((await limen(here, 'principal end-sessions workforce lea@example.org')).out, '1 session ended\n');
  assert.doesNotMatch((await limen(here, 'principal sessions workforce lea@example.org')).out, /Firefox/);
});

test('the key of a device is registered, listed, withdrawn and put back; a private one stays where it is', async () => {
  await invite('nele@example.org', '--name', 'Nele');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await writeFile(join(folder, 'laptop.pem'), publicKey.export({ format: 'pem', type: 'spki' }));
  await writeFile(join(folder, 'private.json'), JSON.stringify(privateKey.export({ format: 'jwk' })));
  const until = new Date(Date.now() + 300 * 86_400_000).toISOString();
  const register = (file: string, who = 'nele@example.org', population = 'workforce') => (
    limen(here, ['device-key', 'register', population, who, file, 'Laptop 4711', until]));
  const kept = await register('private.json');
  assert.deepEqual([kept.code, /is a private key: keep it/.test(kept.err)], [2, true], kept.err);
  assert.match((await register('people.csv')).err, /is no JWK, and no PEM/);
  const { code, out, err } = await register('laptop.pem');
  assert.equal(code, 0, err);
  const [, id] = /^Laptop 4711 of Nele is managed until [^:]+:\d\d:\d\dZ: ([\da-f-]{36})\n$/.exec(out) ?? assert.fail(out);
  const list = async (): Promise<string> => (await limen(here, 'device-key list workforce nele@example.org')).out;
  const shown = await list();
  assert.match(shown, new RegExp(`^KEY +DEVICE +REGISTERED +MANAGED UNTIL\n${id} +Laptop 4711 `));
  assert.match((await register('laptop.pem')).err, /device_key\.taken/);
  assert.equal((await limen(here, `device-key withdraw workforce nele@example.org ${id}`)).code, 0);
  assert.doesNotMatch(await list(), /Laptop/);
  assert.equal((await limen(here, `device-key restore workforce nele@example.org ${id}`)).out, shown);
  assert.match((await limen(here, `device-key restore workforce nele@example.org ${id}`)).err, /device_key\.not_restorable/);
});

test('people of one population are nobody in another, by name or by id', async () => {
  const { principal } = await invite('mia@example.org');
  for (const who of ['mia@example.org', principal.id]) {
    const { code, err } = await limen(here, `principal show customers ${who}`);
    assert.equal(code, 1);
    assert.match(err, /principal\.unknown/);
  }
});

test('lists go on behind their last id', async () => {
  const first = await limen(here, 'principal list workforce --limit 2');
  const last = /There may be more: --before (\S+)/.exec(first.err)![1]!;
  assert.equal(first.out.trim().split('\n').length, 3);
  const { principals } = await limenJson<{ principals: ShownPrincipal[] }>(here, `principal list workforce --limit 2 --before ${last}`);
  assert.equal(principals.some(({ id }) => first.out.includes(id)), false);
  const found = await limenJson<{ principals: ShownPrincipal[] }>(here, 'principal list workforce --search mia@');
  assert.deepEqual(found.principals.map(({ identifiers }) => identifiers[0]!.value), ['mia@example.org']);
});
