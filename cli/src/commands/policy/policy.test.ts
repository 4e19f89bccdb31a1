import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const folder = await mkdtemp(join(tmpdir(), 'limen-cli-'));
after(() => rm(folder, { recursive: true, force: true }));
const here = { data: server.config.dataFolder, workingFolder: folder };

/** A fresh export of the customers' policy, with one file changed. */
async function exported(name: string, file?: string, change?: (text: string) => string): Promise<string> {
  const { code, err } = await limen(here, `policy export customers --out ${name}`);
  assert.equal(code, 0, err);
  if (file !== undefined) {
    const path = join(folder, name, file);
    await writeFile(path, change!(await readFile(path, 'utf8')));
  }
  return name;
}

const renamed = (name: string) => (text: string): string => text.replace(/^name: .*$/m, `name: ${name}`);

const versionNow = async (): Promise<number | undefined> => (
  await limenJson<{ populations: { slug: string; version: number }[] }>(here, 'policy list'))
  .populations.find(({ slug }) => slug === 'customers')?.version;

test('lists populations and versions', async () => {
  const { out } = await limen(here, 'policy list');
  assert.match(out, /POPULATION +KIND +VERSION +ISSUER\ncustomers +customer +1 +http:\/\/localhost/);
  assert.match((await limen(here, 'policy list workforce')).out, /VERSION +PUBLISHED[^]*\n1 /);
  const unknown = await limen(here, 'policy list nobody');
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /population\.unknown/);
});

test('what is exported is what is in force, file by file', async () => {
  const name = await exported('same');
  assert.deepEqual(await readFile(join(folder, name, 'charter.yaml'), 'utf8'),
    await readFile(new URL('../../../../policies/customer/charter.yaml', import.meta.url), 'utf8'));
  const { code, out } = await limen(here, `policy plan ${name}`);
  assert.equal(code, 0);
  assert.match(out, /there is nothing to publish/);
  assert.equal((await limenJson<{ outcome: string }>(here, `policy apply ${name}`)).outcome, 'unchanged');
});

test('an export replaces nothing that differs unless told to, and tells of what is not part of it', async () => {
  const name = await exported('kept', 'sessions.yaml', (text) => `${text}# mine\n`);
  const refused = await limen(here, `policy export customers --out ${name}`);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /kept\/sessions\.yaml[^]*--force/);
  assert.match(await readFile(join(folder, name, 'sessions.yaml'), 'utf8'), /# mine/);
  await writeFile(join(folder, name, 'journeys', 'old.yaml'), 'purpose: sign-in\n');
  const forced = await limen(here, `policy export customers --out ${name} --force`);
  assert.equal(forced.code, 0);
  assert.match(forced.err, /kept\/journeys\/old\.yaml is not part of version/);
  assert.doesNotMatch(await readFile(join(folder, name, 'sessions.yaml'), 'utf8'), /# mine/);
});

test('a plan shows each change and each finding, and changes nothing', async () => {
  const before = await versionNow();
  const name = await exported('shoppers', 'population.yaml', renamed('Shoppers'));
  const { code, out } = await limen(here, `policy plan ${name}`);
  assert.equal(code, 0, out);
  assert.match(out, /customers, compared with version 1\n  ~ population\.name: Customers → Shoppers\n/);
  assert.match(out, /findings\n  shoppers\/charter\.yaml:\d+ /);
  assert.match(out, /1 change, no faults/);
  assert.equal(await versionNow(), before);
});

test('faults come with file and line, end with 3, and keep apply from asking or publishing', async () => {
  const before = await versionNow();
  const name = await exported('wrong', 'sessions.yaml', (text) => `${text}idel: 1 h\n`);
  const lines = (await readFile(join(folder, name, 'sessions.yaml'), 'utf8')).split('\n').length - 1;
  for (const line of [`policy plan ${name}`, `policy apply ${name} --yes`]) {
    const { code, out } = await limen(here, line);
    assert.equal(code, 3);
    assert.match(out, new RegExp(`wrong/sessions\\.yaml:${lines} idel: .* → .*idle`));
  }
  const { out, code } = await limen(here, `policy plan ${name} --json`);
  assert.equal(code, 3);
  assert.equal((JSON.parse(out) as { faults: { file: string }[] }).faults[0]?.file, 'sessions.yaml');
  assert.equal(await versionNow(), before);
});

test('files of one population are faults at another', async () => {
  const { code, out } = await limen(here, `policy plan ${await exported('theirs')} --population workforce`);
  assert.equal(code, 3);
  assert.match(out, /theirs\/population\.yaml:\d+ slug: .*created with workforce/);
});

test('apply asks, and a no, an empty line or the end of the input publish nothing', async () => {
  const name = await exported('asked', 'population.yaml', renamed('Members'));
  const before = await versionNow();
  for (const typed of ['n\n', '\n', '']) {
    const { code, err } = await limen({ ...here, typed }, `policy apply ${name}`);
    assert.equal(code, 1);
    assert.match(err, /population\.name[^]*Publish this as the next version of customers\? \[y\/N\] [^]*Nothing was published/);
  }
  const unasked = await limen(here, `policy apply ${name}`);
  assert.equal(unasked.code, 2);
  assert.match(unasked.err, /--yes/);
  assert.equal(await versionNow(), before);
  const { code, out } = await limen({ ...here, typed: 'y\n' }, `policy apply ${name}`);
  assert.equal(code, 0);
  assert.equal(out, `customers is at version ${before! + 1}\n`);
  assert.equal(await versionNow(), before! + 1);
});

test('apply publishes without a terminal when told to, with JSON as its answer', async () => {
  const name = await exported('told', 'population.yaml', renamed('Patients'));
  const { outcome, version } = await limenJson<{ outcome: string; version: number }>(here, `policy apply ${name} --yes`);
  assert.equal(outcome, 'published');
  assert.equal(version, await versionNow());
});

test('a folder that is no policy is told as such', async () => {
  for (const [line, said] of [
    ['policy plan nowhere', /could not be read/], ['policy plan empty', /no policy files/],
    ['policy plan nameless', /nameless\/population\.yaml:1: is missing|nameless\/population\.yaml:1 slug: is missing/],
  ] as const) {
    const name = line.split(' ')[2]!;
    if (name !== 'nowhere') await cp(join(folder, await exported(`for-${name}`)), join(folder, name), { recursive: true });
    if (name === 'empty') for (const each of await readdir(join(folder, name))) await rm(join(folder, name, each), { recursive: true });
    if (name === 'nameless') await rm(join(folder, name, 'population.yaml'));
    const { code, err } = await limen(here, line);
    assert.equal(code, name === 'nameless' ? 3 : 2, err);
    assert.match(err, said);
  }
});

test('bytes that are no UTF-8 are a fault with its line', async () => {
  const name = await exported('bytes');
  await writeFile(join(folder, name, 'branding.yaml'), Buffer.from([0x6e, 0x3a, 0x20, 0x31, 0x0a, 0xff, 0xfe]));
  const { code, out } = await limen(here, `policy plan ${name}`);
  assert.equal(code, 3);
  assert.match(out, /bytes\/branding\.yaml:2: is not valid UTF-8/);
});
