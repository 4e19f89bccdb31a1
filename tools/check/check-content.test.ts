import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check, Finding } from './check.ts';
import { compareGoldens } from './checks/golden.ts';
import { readLinter } from './checks/lint.ts';
import { lockfile } from './checks/lockfile.ts';
import { seamsCheck } from './checks/seams.ts';
import { settingsAgainst } from './checks/settings.ts';
import { sizesWith } from './checks/sizes.ts';
import { steps } from './checks/steps.ts';
import { syntax } from './checks/syntax.ts';
import { tables } from './checks/tables.ts';
import { readCompiler } from './checks/types.ts';
import { words } from './checks/words.ts';
import { houseOf } from './house.ts';
import { report } from './report.ts';

const shown = (found: readonly Finding[]): string[] => found.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);

async function findings(check: Check, files: Readonly<Record<string, string>>): Promise<string[]> {
  return shown(await check.run(houseOf(files)));
}

test('syntax: a file that does not parse is told', async () => {
  const found = await findings(syntax, { 'a.ts': 'const a = 1;\nconst = ;\n', 'b.ts': 'const b: number = 1;\n' });
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^a\.ts:2 /);
});

test('seams: time, randomness, environment and calls out, and nothing that only looks like them', async () => {
  const crossing = [
    'const a = new Date();', 'const b = Date.now();', 'const c = Math.random();', 'const d = process.env.X;',
    "const e = await fetch('https://x');", 'const f = { fetch };', "import { randomBytes } from 'node:crypto';", '',
  ].join('\n');
  const found = await findings(seamsCheck, {
    'server/src/oauth/a.ts': crossing,
    'server/src/oauth/a.test.ts': crossing,
    'tools/b.ts': crossing,
    'server/src/kernel/clock.ts': 'export const now = () => new Date();\n',
    'server/src/app/config.ts': 'export const port = process.env.PORT;\n',
    'server/src/oauth/c.ts': 'const a = new Date(0); const b = outbound.fetch(1); interface I { fetch: string }\n',
    'server/src/oauth/d.ts': 'export function call(fetch: () => void) { fetch(); }\n',
  });
  assert.deepEqual(found.map((each) => each.split(' uses ')[0]), [6, 2, 1, 3, 4, 5, 7]
    .toSorted((a, b) => a - b).map((line) => `server/src/oauth/a.ts:${line}`));
});

test('tables: named only where they are made', async () => {
  const found = await findings(tables, {
    'server/src/keys/migrations/0200-keys-all.sql': '-- references nothing of session\ncreate table signing_key (id int);\n',
    'server/src/sessions/migrations/0700-sessions-all.sql': 'create table if not exists session (key int references signing_key);\n',
    'server/src/sessions/migrations/0200-more.sql': 'select 1;\n',
    'server/src/keys/a.ts': "db.selectFrom('signing_key as k').leftJoin('session', 'a', 'b');\n",
    'server/src/keys/b.ts': 'const tables = db.$extendTables<{ session: Row; signing_key: Row }>();\n',
    'server/src/keys/c.ts': 'sql`update ${x} set a = 1`; sql`select ${y}\nfrom session`;\n',
    'server/src/keys/d.ts': "const words = 'start again from session to session';\n",
    'server/src/sessions/e.ts': "pool.query('delete from session where id = 1');\n",
    'server/src/keys/f.test.ts': "pool.query('delete from session');\n",
    'server/src/app/g.test.ts': "pool.query('delete from session');\n",
  });
  assert.deepEqual(found, [
    'server/src/sessions/migrations/0200-more.sql: is not called NNNN-sessions-<what>.sql',
    'server/src/sessions/migrations/0200-more.sql: has the number of 0200-keys-all',
    'server/src/sessions/migrations/0700-sessions-all.sql:1 names signing_key, which belongs to keys',
    'server/src/keys/a.ts:1 names session, which belongs to sessions',
    'server/src/keys/b.ts:1 names session, which belongs to sessions',
    'server/src/keys/c.ts:1 names session, which belongs to sessions',
    'server/src/keys/f.test.ts:1 names session, which belongs to sessions',
  ]);
});

test('sizes: files, functions, the whole, and exceptions that nobody needs', () => {
  const lines = (count: number): string => '// line\n'.repeat(count);
  const house = houseOf({
    'a.ts': lines(401), 'b.ts': lines(402), 'c.ts': `export function long() {\n${lines(80)}}\n`,
    'd.test.ts': `describe('x', () => {\n${lines(90)}});\n`,
  });
  assert.deepEqual(shown(sizesWith(house, { 'b.ts': 'a table of data', 'z.ts': 'gone' })), [
    'a.ts: has 401 lines',
    'c.ts:1 long has 82 lines',
    'tools/check/size-exceptions.ts: z.ts needs no exception any more',
    '.: half the files have up to 401 lines',
    '.: nine of ten files have up to 402 lines',
  ]);
});

test('steps: a screen and its step come as a pair', async () => {
  const found = await findings(steps, {
    'contract/screens/index.ts': '', 'contract/screens/totp.ts': '', 'contract/screens/consent.ts': '',
    'contract/screens/lonely.ts': '', 'server/src/journeys/steps/totp/index.ts': '',
    'server/src/journeys/steps/decide/index.ts': '', 'server/src/journeys/steps/other/index.ts': '',
    'server/src/journeys/steps/step-services.ts': '',
  });
  assert.deepEqual(found, [
    'contract/screens/lonely.ts: no step lonely shows it',
    'server/src/journeys/steps/other: contract/screens/other.ts is missing',
  ]);
});

test('words: empty names, and paths and hosts of a machine', async () => {
  const machine = ['', 'home', 'somebody', 'x'].join('/');
  const found = await findings(words, {
    'server/src/utils/a.ts': '', 'server/src/string-utils.ts': '', 'server/src/manager.ts': '', 'server/src/utility.ts': '',
    'docs/a.md': `first\nsee ${machine}\n`,
  });
  assert.deepEqual(found, [
    `docs/a.md:2 names ${['', 'home', 'somebody', ''].join('/')}`,
    'server/src/manager.ts: its name does not say what is in it',
    'server/src/string-utils.ts: its name does not say what is in it',
    'server/src/utils/a.ts: its name does not say what is in it',
  ]);
});

test('settings: what is read is what is documented', () => {
  const house = houseOf({
    'server/src/app/config.ts': "const a = read('PORT');\nconst b = read('LIMEN_NEW');\nconst c = /^LIMEN_HOST_(.*)$/;\n",
  });
  assert.deepEqual(shown(settingsAgainst(house, ['PORT', 'LIMEN_HOST_<SLUG>', 'LIMEN_OLD'])), [
    'server/src/app/config.ts:2 LIMEN_NEW is not in contract/config.ts',
    'contract/config.ts: LIMEN_OLD is read nowhere',
  ]);
});

test('lockfile: no address, an integrity, every platform, install scripts judged, and in step with package.json', async () => {
  const found = await findings(lockfile, {
    'package.json': JSON.stringify({ dependencies: { a: '1' }, allowScripts: { d: false } }),
    'package-lock.json': JSON.stringify({
      packages: {
        '': { dependencies: { a: '2' } },
        'node_modules/a': { version: '1', integrity: 'sha512-x', resolved: 'https://example.com/a.tgz' },
        'node_modules/b': { version: '1', optionalDependencies: { 'b-linux': '1', 'b-other': '1' } },
        'node_modules/b-linux': { version: '1', integrity: 'sha512-x' },
        'node_modules/c': { version: '1', integrity: 'sha512-x', hasInstallScript: true },
        'node_modules/d': { version: '1', integrity: 'sha512-x', hasInstallScript: true },
      },
    }),
  });
  assert.deepEqual(found, [
    'package-lock.json: node_modules/a names the address it came from',
    'package-lock.json: node_modules/b has no integrity',
    'package-lock.json: b-other, for another platform, is missing (node_modules/b lists it)',
    "package-lock.json: c has an install script, and package.json's allowScripts neither allows nor denies it",
    'package-lock.json: dependencies differ from package.json',
  ]);
});

test('golden: missing, changed, and not to be made', async () => {
  const made = (name: string, content: string) => ({ name, make: async () => new Map([[name, content]]) });
  const found = await compareGoldens(houseOf({ same: 'a\nb\n', old: 'a\nb\n' }), [
    made('same', 'a\nb\n'), made('old', 'a\nc\n'), made('new', 'x'), { name: 'later', make: async () => undefined },
    { name: 'broken', make: async () => { throw new Error('no database'); } },
  ]);
  assert.deepEqual(shown(found), [
    'old:2 is not up to date', 'new: is missing', 'tools/golden/broken.ts: could not be made: no database',
  ]);
});

test('types and lint: what the programs say is read, and their failing is no success', () => {
  assert.deepEqual(shown(readCompiler("a/b.ts(12,3): error TS2304: Cannot find name 'x'.\n", 2)), ["a/b.ts:12 TS2304: Cannot find name 'x'."]);
  assert.deepEqual(readCompiler('', 0), []);
  assert.deepEqual(shown(readCompiler('no such option', 1)), ['tsconfig.json: no such option']);
  const diagnostic = { message: 'Bad.', code: 'eslint(no-eval)', filename: 'a.ts', labels: [{ span: { line: 4 } }] };
  assert.deepEqual(shown(readLinter(JSON.stringify({ diagnostics: [diagnostic] }), '')), ['a.ts:4 eslint(no-eval) Bad.']);
  assert.deepEqual(shown(readLinter('', 'broken')), ['.oxlintrc.json: the linter did not run: broken']);
});

test('the report names each place in order and says how many checks failed', () => {
  const holds = { check: { ...syntax, name: 'holds' }, findings: [], milliseconds: 100 };
  const fails = { check: { ...syntax, name: 'fails' }, findings: [{ file: 'b', line: 2, message: 'x' }, { file: 'a', message: 'y' }], milliseconds: 0 };
  const text = report([holds, fails]);
  assert.match(text, /✔ holds \(0\.1 s\)\n✖ fails[^]*\n {2}a y\n {2}b:2 x\n/);
  assert.match(text, /1 of 2 checks do not hold, at 2 places: fails\./);
  assert.match(report([holds]), /All 1 checks hold\./);
});
