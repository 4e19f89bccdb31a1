import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { columns, readDataset, UnreadableFile } from './dataset.ts';
import { attackers, tellStory } from './generator/index.ts';
import { shareOf } from './judge.ts';
import { measureOwn } from './own-data.ts';
import { plotPage } from './plot-page.ts';
import { ownPage, riskPage } from './report.ts';
import { measure } from './targets.ts';

const story = tellStory('test', 120);
const folder = await mkdtemp(join(tmpdir(), 'limen-risk-'));
after(() => rm(folder, { recursive: true }));

test('the same seed tells the same story, another one another', () => {
  assert.deepEqual(tellStory('test', 5).logins, tellStory('test', 5).logins);
  assert.notDeepEqual(tellStory('test', 5).logins, tellStory('else', 5).logins);
});

test('people of the story are as the published ones: most come rarely, most logins are from known addresses', () => {
  const known = new Map<number, Set<string>>();
  let again = 0;
  let scored = 0;
  for (const { user, network } of story.logins) {
    const seen = known.get(user);
    if (!seen) {
      known.set(user, new Set([network[0]!]));
      continue;
    }
    scored += 1;
    if (seen.has(network[0]!)) again += 1;
    seen.add(network[0]!);
  }
  assert.ok(again / scored > 0.75 && again / scored < 0.97, String(again / scored));
  assert.ok(story.people.filter(({ every }) => every > 5).length > story.people.length / 2);
  const overlap = attackers.map((attacker) => story.overlap(attacker));
  assert.ok(overlap[0]! < overlap[1]! && overlap[1]! < overlap[2]! && overlap[3] === 1, String(overlap));
});

test('the report tells of both sides, every target and every bucket', () => {
  const found = measure(story, 'test');
  const page = riskPage(found, {
    command: 'x', day: '2026-01-01', people: 120, published: 'p', overlap: { naive: 0, vpn: 0, targeted: 0, veryTargeted: 1 },
  });
  for (const id of ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8']) assert.match(page, new RegExp(`\\b${id}\\b`));
  assert.ok(found.rows.some(({ side }) => side === 'freeman'));
  const ours = found.rows.find(({ id, side, what }) => id === 'T1' && side === 'ours' && what.startsWith('all'))!;
  const theirs = found.rows.find(({ id, side }) => id === 'T1' && side === 'freeman')!;
  assert.ok(ours.burdens[0]!.mean.value < theirs.burdens[0]!.mean.value);
  assert.equal(plotPage(found).match(/<svg/g)!.length, 4);
  const disturbed = (what: string) => found.rows.find((row) => row.id === 'T6' && row.what.startsWith(what))!;
  const t1 = found.rows.find(({ id, side }) => id === 'T1' && side === 'ours')!;
  for (const what of ['nothing is ever', '45 %', 'no owner ever']) assert.notDeepEqual(disturbed(what).burdens.map((each) => each?.mean), t1.burdens.map((each) => each?.mean), what);
  assert.ok(disturbed('the attacker has got in on each').caught.share > 0.98);
  assert.ok(disturbed('the same, learnt as if').caught.share < 0.1, 'an intruder who is learnt is the owner');
  assert.ok(found.rows.filter(({ id }) => id === 'T5').every(({ at }) => at.join() === '12,20'));
  assert.deepEqual(found.silent, ['network-kind', 'travel', 'velocity', 'breached-password', 'tried-passwords', 'journey-context']);
  assert.match(page, /\| 20\+, daily \|/);
  assert.match(page, /Asked for are 100,000: /);
});

test('the interval of a share is Wilson\'s', () => {
  const { share, low, high } = shareOf(495, 500);
  assert.deepEqual([share, low, high].map((each) => (each * 100).toFixed(1)), ['99.0', '97.7', '99.6']);
});

const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The story as a file in the published columns: genuine logins, attack traffic and a takeover of every fifth user. */
async function writeStory(name: string): Promise<string> {
  const lines = [['index', ...columns].join()];
  const line = (login: (typeof story.logins)[number], at: number, succeeded: boolean, attack: boolean, takeover: boolean): string => [
    lines.length, new Date(at).toISOString().replace('T', ' ').slice(0, 23), login.user - 9_000, '', `${login.network[0]}`, login.network[3], '-', '-',
    login.network[2]!.slice(2), login.client.versions[0], login.client.versions[1], login.client.versions[2], login.client.versions[3],
    succeeded ? 'True' : 'False', attack ? 'True' : 'False', takeover ? 'True' : 'False',
  ].map((each) => quote(String(each))).join();
  const chance = { next: () => 0.3, happens: () => false, between: (least: number) => least, whole: (least: number) => least, pick: <T>(from: readonly T[]) => from[0]!, skewed: (median: number) => median, of: () => chance };
  for (const [number, login] of story.logins.entries()) {
    lines.push(line(login, login.at, true, false, false));
    if (number % 9 === 0) lines.push(line(story.attempt('naive', login, chance), login.at + 1, false, true, false));
    if (login.user % 5 === 0 && number % 40 === 0) lines.push(line(story.attempt('targeted', login, chance), login.at + 2, true, false, true));
  }
  const file = join(folder, name);
  await writeFile(file, lines.join('\n'));
  return file;
}

test('an operator\'s own file in the published columns gives the same report, in whatever order its rows are', async () => {
  const file = await writeStory('own.csv');
  const reading = await readDataset(file, 1e6);
  assert.deepEqual(reading.leftOut, { unreadable: 0, nobody: 0 });
  const found = measureOwn(reading, 'test')!;
  assert.equal(found.users, new Set(story.logins.map(({ user }) => user)).size);
  assert.equal(found.logins, story.logins.length);
  assert.ok(found.takeovers > 20);
  assert.match(ownPage(found, reading.leftOut), /freeman/);
  assert.match(ownPage({ ...found, until: '2020-03-01' }, reading.leftOut), /no memory for all of them: measured is what came until 2020-03-01/);
  const [head, ...rows] = (await readFile(file, 'utf8')).split('\n');
  const backwards = join(folder, 'backwards.csv');
  await writeFile(backwards, [head, ...rows.reverse()].join('\n'));
  assert.deepEqual(measureOwn(await readDataset(backwards, 1e6), 'test')!.rows, found.rows);
});

const good = { 'Login Timestamp': '2020-02-03 12:00:00.000', 'IP Address': '192.0.2.1', 'Login Successful': 'True' };
const row = (changed: Partial<Record<(typeof columns)[number], string>> = {}) => columns.map((each) => changed[each] ?? (good as Record<string, string>)[each] ?? '7').join();

/** Two good rows with something between them, and what is left out of it: unreadable rows, rows of nobody. */
const between: readonly (readonly [what: string, text: string, unreadable: number, nobody: number])[] = [
  ['a line of a million characters', 'y'.repeat(1_000_000), 1, 0],
  ['a field of a million characters in quotes', row({ 'User Agent String': `"${'y'.repeat(1_000_000)}"` }), 1, 0],
  ['a million commas', ','.repeat(1_000_000), 1, 0],
  ['a quote that is never closed', row({ 'User Agent String': '"open' }), 1, 0],
  ['quotes within a field', row({ City: 'N"O"S' }), 1, 0],
  ['text after a closing quote', row({ City: '"N"O' }), 1, 0],
  ['a field of two lines', row({ City: '"N\nO"' }), 2, 0],
  ['too few fields and too many', `one,two\n${row()},more`, 2, 0],
  ['no time, no address', `${row({ 'Login Timestamp': 'yesterday' })}\n${row({ 'IP Address': '' })}`, 2, 0],
  ['the id that stands for nobody', row({ 'User ID': '-4324475583306591935' }), 0, 1],
  ['an empty line', '', 0, 0],
];

for (const [what, text, unreadable, nobody] of between) {
  test(`${what}: left out and counted, and the rows around it are read`, async () => {
    const file = join(folder, 'between.csv');
    await writeFile(file, [columns.join(), row(), text, row()].join('\n'));
    const { logins, leftOut } = await readDataset(file, 10);
    assert.deepEqual([logins.length, leftOut], [2, { unreadable, nobody }]);
  });
}

test('files of other houses are read: a mark of the byte order, line ends of Windows or of both kinds, failed logins, more columns', async () => {
  const file = join(folder, 'other.csv');
  await writeFile(file, `\uFEFFindex,${columns.join()}\r\n1,${row()}\r\n2,${row({ City: '"A ""B"", C"' })}\n3,${row({ 'Login Successful': 'FALSE' })}\r\n`);
  const { logins, failed, leftOut } = await readDataset(file, 10);
  assert.deepEqual([logins.length, failed, leftOut], [2, 1, { unreadable: 0, nobody: 0 }]);
  assert.equal((await readDataset(file, 1)).logins.length, 1, 'no more rows than asked for');
});

const refused: readonly (readonly [what: string, text: string, problem: RegExp])[] = [
  ['lacks columns', 'User ID,Country\n1,NO\n', /has no "Login Timestamp".* needs the columns Login Timestamp, User ID/],
  ['names a column twice', `${columns.join()},ASN\n${row()},7\n`, /names "ASN" twice/],
  ['is empty', '', /is empty/],
  ['has other separators', columns.join(';'), /separated by commas/],
];

for (const [what, text, problem] of refused) {
  test(`a file that ${what} is refused, and told why`, async () => {
    const file = join(folder, 'refused.csv');
    await writeFile(file, text);
    await assert.rejects(readDataset(file, 10), (error) => error instanceof UnreadableFile && problem.test(error.message));
  });
}

test('where nothing was taken over nothing is measured', async () => {
  const { logins, ...rest } = await readDataset(await writeStory('short.csv'), 50);
  assert.equal(measureOwn({ logins: logins.filter(({ hostile }) => hostile === undefined), ...rest }, 'test'), undefined);
});
