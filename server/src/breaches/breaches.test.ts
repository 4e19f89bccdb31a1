import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createLog, minute, movableClock, second } from '../kernel/index.ts';
import { createOutbound } from '../outbound/index.ts';
import { createBreaches, shippedList, type BreachesDeps } from './breaches.ts';
import { buildList, NoHashes } from './build-list.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-breaches-'));
after(() => rm(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);
const sha1 = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();

function breaches(deps: Partial<BreachesDeps> = {}) {
  const lines: { msg: string; file?: string; reason?: string; service?: string }[] = [];
  const log = createLog({ level: 'warn', destination: { write: (line) => { lines.push(JSON.parse(line) as never); } } });
  const clock = movableClock(new Date('2026-03-02T19:00:00Z'));
  return { ...createBreaches({ clock, log, ...deps }), lines, clock };
}

/** A list of these, made as the command makes one. */
async function listOf(name: string, passwords: readonly string[], seen = 1): Promise<string> {
  await writeFile(file('hashes'), passwords.map((password) => `${sha1(password)}:${seen}`).sort().join('\r\n'));
  await buildList(file('hashes'), file(name));
  return file(name);
}

const many = Array.from({ length: 20_000 }, (_, at) => `leaked password ${at}`);

test('the list that comes with Limen has what leaked, takes five megabytes at most, and nothing of it can be read', async () => {
  const { isListed, lines } = breaches();
  for (const password of ['gordolee85-mac2olli', 'fypjhbr007dfcz007rfr', 'zolushka193', 'razzmatazz']) {
    assert.equal(await isListed(password), true, password);
  }
  for (const password of ['lamp river quartz', 'gordolee85-mac2ollj', '', '🦊🐢🦉🐙🦔🐝🦋🐌']) assert.equal(await isListed(password), false, password);
  const bytes = await readFile(shippedList);
  assert.ok(bytes.length <= 5 * 1024 * 1024);
  assert.equal(bytes.includes('gordolee85'), false);
  assert.deepEqual(lines, []);
});

test('a list has everything that was put in, and next to nothing else', async () => {
  const { isListed } = breaches({ file: await listOf('own.list', many) });
  const found = await Promise.all(many.map((password, at) => (at % 20 === 0 ? isListed(password) : true)));
  assert.equal(found.indexOf(false), -1);
  const others = await Promise.all(Array.from({ length: 1_000 }, (_, at) => isListed(`another password ${at}`)));
  assert.ok(others.filter(Boolean).length <= 1, 'one in a hundred thousand is to be expected');
});

test('a list of one, and one of which nothing was seen often enough, are lists too', async () => {
  assert.equal(await breaches({ file: await listOf('one.list', ['leaked once']) }).isListed('leaked once'), true);
  const { entries } = await buildList(file('hashes'), file('none.list'), { seenAtLeast: 2 });
  assert.equal(entries, 0);
  const { isListed, lines } = breaches({ file: file('none.list') });
  assert.deepEqual([await isListed('leaked once'), lines], [false, []]);
});

test('a file that is no list of hashes is refused with its line, and leaves what was there', async () => {
  const list = await listOf('kept.list', ['leaked once']);
  const cases = [
    ['', /empty/], ['hello\n', /line 1 is no SHA-1/], [`${'F'.repeat(40)}:1\n${'0'.repeat(40)}:1\n`, /line 2 comes before .*sort/],
    [`${'0'.repeat(40)}:1\n${'x'.repeat(1_000_000)}`, /line 2 is longer than 200/], [`${'0'.repeat(40)}:many\n`, /line 1/],
    [`${'0'.repeat(40)}\n\n${'1'.repeat(40)}\n`, /line 2 is no SHA-1/],
  ] as const;
  for (const [text, problem] of cases) {
    await writeFile(file('wrong'), text);
    await assert.rejects(buildList(file('wrong'), list), (error) => error instanceof NoHashes && problem.test(error.message), text.slice(0, 60));
  }
  assert.equal(await breaches({ file: list }).isListed('leaked once'), true);
  assert.deepEqual((await readdir(folder)).filter((name) => name.endsWith('.part')), []);
});

test('a list that is missing, cut short or something else is said, and the other one is asked all the same', async () => {
  const whole = await readFile(await listOf('whole.list', many));
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 16, 16 + 4 * 100);
  const wrong = { 'absent': undefined, 'cut': whole.subarray(0, -1), 'short': whole.subarray(0, 9), 'empty': Buffer.alloc(0), 'other': Buffer.alloc(5_000, 7), damaged };
  for (const [name, bytes] of Object.entries(wrong)) {
    if (bytes) await writeFile(file(`${name}.list`), bytes);
    const { check, isListed, lines, clock } = breaches({ file: file(`${name}.list`) });
    await check();
    assert.deepEqual(lines.map((line) => line.file), [file(`${name}.list`)], name);
    // Its hash begins with zeros, so that it is looked for where the damage is.
    assert.equal(await isListed('gordolee85-mac2olli'), true, name);
    assert.equal(await isListed(low), false, name);
    assert.equal(lines.length, 1, 'the same is said once in a minute');
    clock.advance(2 * minute);
    await isListed(low);
    assert.equal(lines.length, 2, name);
  }
});

/** A password whose SHA-1 begins with 00. */
const low = Array.from({ length: 10_000 }, (_, at) => `low ${at}`).find((password) => sha1(password).startsWith('00'))!;

test('a list that is replaced counts at once', async () => {
  const { isListed } = breaches({ file: await listOf('new.list', ['leaked once']) });
  assert.equal(await isListed('leaked today'), false);
  await listOf('new.list', ['leaked once', 'leaked today']);
  assert.equal(await isListed('leaked today'), true);
});

/** A range service on this machine, and how it is reached. */
async function service(answer: RequestListener) {
  const asked: { url: string; padding: string | undefined }[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url!, padding: request.headers['add-padding'] as string | undefined });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outbound = createOutbound({ allow: [`127.0.0.1:${port}`] });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await outbound.close();
  });
  return { asked, lookUp: { url: `http://127.0.0.1:${port}/range/`, outbound } };
}

test('where the operator wants it a service is asked, with five digits of the hash, and padding is no find', async () => {
  const leaked = 'known outside only';
  const { asked, lookUp } = await service((_request, response) => {
    response.end([`${sha1(leaked).slice(5)}:3`, `${sha1('padded away').slice(5)}:0`, `${'0'.repeat(35)}:9`].join('\r\n'));
  });
  const { isKnown, isListed, lines } = breaches({ lookUp });
  assert.equal(await isKnown(leaked), true);
  assert.equal(await isKnown('padded away'), false);
  assert.equal(await isKnown('lamp river quartz'), false);
  assert.deepEqual(asked, [leaked, 'padded away', 'lamp river quartz'].map((password) => ({ url: `/range/${sha1(password).slice(0, 5)}`, padding: 'true' })));
  assert.equal(await isListed(leaked), false, 'a sign-in asks nobody outside');
  assert.equal(await isKnown('gordolee85-mac2olli'), true);
  assert.equal(asked.length, 3, 'what is listed here is asked of nobody');
  assert.deepEqual(lines, []);
});

test('without an answer the lists decide, it is said, and the service is left in peace for a minute', async () => {
  let up = false;
  const { asked, lookUp } = await service((_request, response) => { response.writeHead(up ? 200 : 503).end(`${sha1('known outside only').slice(5)}:3`); });
  const { isKnown, clock, lines } = breaches({ lookUp });
  assert.equal(await isKnown('known outside only'), false);
  assert.equal(await isKnown('known outside only'), false);
  assert.equal(asked.length, 1);
  assert.deepEqual(lines.map(({ msg, service: of }) => [msg, of]), [['the look-up of breached passwords did not answer; a password was judged without it', lookUp.url]]);
  assert.equal(JSON.stringify(lines).includes(sha1('known outside only').slice(0, 5)), false);
  up = true;
  clock.advance(minute + second);
  assert.equal(await isKnown('known outside only'), true);
});

test('two are asked at once at most: who comes beside them doesn\'t wait', async () => {
  const held: (() => void)[] = [];
  const bothThere = Promise.withResolvers<void>();
  const { asked, lookUp } = await service((_request, response) => {
    held.push(() => response.end(''));
    if (held.length === 2) bothThere.resolve();
  });
  const { isKnown } = breaches({ lookUp });
  const waiting = [isKnown('one of two'), isKnown('two of two')];
  await bothThere.promise;
  assert.equal(await isKnown('a third'), false);
  for (const release of held) release();
  assert.deepEqual(await Promise.all(waiting), [false, false]);
  assert.equal(asked.length, 2);
});
