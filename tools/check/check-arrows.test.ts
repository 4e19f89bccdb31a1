import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from './check.ts';
import { arrows } from './checks/arrows.ts';
import { composition } from './checks/composition.ts';
import { cycles } from './checks/cycles.ts';
import { doors } from './checks/doors.ts';
import { entrances } from './checks/entrances.ts';
import { serverArrows } from './arrows.ts';
import { houseOf } from './house.ts';

/** `file:line message` of what a check finds in a house of these files. */
async function findings(check: Check, files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await check.run(houseOf(files))).map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);
}

test('arrows: a lower folder may be imported, a higher one may not, not even a type', async () => {
  const found = await findings(arrows, {
    'server/src/keys/a.ts': "import { x } from '../events/index.ts';\nimport type { P } from '../policy/index.ts';\n",
    'server/src/events/b.ts': "export { y } from '../keys/index.ts';\nconst z = await import('../sessions/index.ts');\n",
    'server/src/journeys/c.ts': "import { s } from '../sessions/index.ts';\nimport { k } from '../keys/index.ts';\n",
    'server/src/admin/d.ts': "import { o } from '../oauth/index.ts';\nimport { t } from '../storage/index.ts';\n",
    'server/src/events/e.ts': "type K = import('../keys/index.ts').Keys;\n",
    'server/src/brand-new/f.ts': "import { t } from '../storage/index.ts';\n",
    'server/src/keys/g.test.ts': "import { o } from '../oauth/index.ts';\n",
  });
  assert.deepEqual(found, [
    'server/src/admin/d.ts:2 admin may not import storage',
    'server/src/brand-new/f.ts:1 server/src/brand-new has no row in the table of arrows',
    'server/src/events/b.ts:1 events may not import keys',
    'server/src/events/b.ts:2 events may not import sessions',
    'server/src/events/e.ts:1 events may not import keys',
    'server/src/journeys/c.ts:2 journeys may not import keys',
    'server/src/keys/a.ts:2 keys may not import policy',
  ]);
});

test('arrows: rooms and packages', async () => {
  const found = await findings(arrows, {
    'contract/a.ts': "import { k } from '../server/src/kernel/index.ts';\n",
    'pages/src/b.ts': "import { e } from '../../contract/errors.ts';\nimport { k } from '../../server/src/kernel/index.ts';\n",
    'server/src/oauth/c.ts': "import { p } from '../../../pages/src/index.ts';\nimport Provider from 'oidc-provider';\n",
    'server/src/app/d.ts': "import { p } from '../../../pages/src/index.ts';\n",
    'server/main.ts': "import { s } from './src/app/index.ts';\nimport { k } from './src/keys/index.ts';\n",
    'server/src/sessions/e.ts': "import type { Provider } from 'oidc-provider';\nimport x from '@simplewebauthn/server/helpers';\n",
    'cli/f.ts': "import { s } from '../server/src/app/index.ts';\nimport { launch } from '../tools/launcher/launch.mjs';\n",
    'tools/g.ts': "import { s } from '../server/src/app/index.ts';\nimport pg from 'pg';\n",
  });
  assert.deepEqual(found, [
    'cli/f.ts:1 cli may not import server/src/app/index.ts',
    'contract/a.ts:1 contract may not import server/src/kernel/index.ts',
    'pages/src/b.ts:2 pages may not import server/src/kernel/index.ts',
    'server/main.ts:2 server may not import server/src/keys/index.ts',
    'server/src/oauth/c.ts:1 server/src may not import pages/src/index.ts',
    'server/src/sessions/e.ts:1 oidc-provider is imported only in server/src/oauth',
    'server/src/sessions/e.ts:2 @simplewebauthn/server is imported only in server/src/credentials',
  ]);
});

test('arrows: the table itself points downward only', () => {
  const order = serverArrows.map(({ folder }) => folder);
  assert.equal(new Set(order).size, order.length);
  for (const [at, { folder, mayImport }] of serverArrows.entries()) {
    const named = 'everyEarlierBut' in mayImport ? mayImport.everyEarlierBut : mayImport;
    for (const each of named) assert.ok(order.indexOf(each) >= 0 && order.indexOf(each) < at, `${folder} -> ${each}`);
  }
});

test('entrances: through the door, and never through one\'s own', async () => {
  const found = await findings(entrances, {
    'server/src/keys/index.ts': '',
    'server/src/keys/a.ts': "import { k } from './index.ts';\nimport { e } from '../events/event-store.ts';\n",
    'server/src/oauth/b.ts': "import { k } from '../keys/index.ts';\nimport { r } from '../risk/read.ts';\n",
    'server/src/oauth/c.ts': "import { t } from '../keys/testing.ts';\nimport { b } from './test-browser.ts';\n",
    'server/src/oauth/c.test.ts': "import { t } from '../keys/testing.ts';\nimport { s } from '../keys/sealer.ts';\n",
    'tools/d.ts': "import { t } from '../server/src/keys/testing.ts';\nimport { s } from '../server/src/keys/sealer.ts';\n",
  });
  assert.deepEqual(found, [
    'server/src/keys/a.ts:1 keys imports its own index',
    'server/src/keys/a.ts:2 server/src/events/event-store.ts is inside events, which has no index.ts yet',
    'server/src/oauth/c.test.ts:2 server/src/keys/sealer.ts is inside keys',
    'server/src/oauth/c.ts:1 server/src/keys/testing.ts is for tests',
    'server/src/oauth/c.ts:2 server/src/oauth/test-browser.ts is for tests',
    'tools/d.ts:2 server/src/keys/sealer.ts is inside keys',
  ]);
});

test('cycles: at run time only, by the shortest way', async () => {
  const found = await findings(cycles, {
    'a.ts': "import { b } from './b.ts';\n",
    'b.ts': "import { c } from './c.ts';\nimport { d } from './d.ts';\n",
    'c.ts': "import { a } from './a.ts';\n",
    'd.ts': "import { c } from './c.ts';\n",
    'e.ts': "import type { F } from './f.ts';\n",
    'f.ts': "import { e } from './e.ts';\n",
    'g.ts': "import { type H } from './h.ts';\n",
    'h.ts': "export { g } from './g.ts';\n",
  });
  assert.deepEqual(found, ['a.ts: a.ts -> b.ts -> c.ts -> a.ts', 'g.ts: g.ts -> h.ts -> g.ts']);
});

test('composition: only app constructs what another folder makes', async () => {
  const calls = "import { createKeys, createLog as make, type createThing } from '../keys/index.ts';\ncreateKeys();\nmake();\n";
  const found = await findings(composition, {
    'server/src/oauth/a.ts': calls,
    'server/src/oauth/a.test.ts': calls,
    'server/src/app/b.ts': calls,
    'server/src/keys/c.ts': "import { createSealer } from './sealer.ts';\ncreateSealer();\n",
    'server/src/oauth/d.ts': "import { createLog } from '../kernel/index.ts';\ncreateLog();\n",
    'server/src/oauth/e.ts': "import type { createKeys } from '../keys/index.ts';\nlet x: ReturnType<typeof createKeys>;\n",
  });
  assert.deepEqual(found, ['server/src/oauth/a.ts:2 createKeys belongs to keys', 'server/src/oauth/a.ts:3 make belongs to keys']);
});

test('doors: each says what it owns and never does, and holds named re-exports only', async () => {
  const found = await findings(doors, {
    'server/src/keys/index.ts': '/**\n * keys owns sealing. It\n * never stores the key.\n */\nexport { a } from \'./a.ts\';\n',
    'server/src/events/index.ts': "/** The event log. */\nexport * from './a.ts';\nexport const b = 1;\n",
    'server/src/policy/policies.ts': '',
  });
  assert.deepEqual(found, [
    'server/src/events/index.ts:1 it does not begin with "events owns"',
    'server/src/events/index.ts:1 it does not say what it never does',
    'server/src/events/index.ts:2 it exports without naming',
    'server/src/events/index.ts:3 it holds more than re-exports',
    'server/src/policy/index.ts: policy has no door',
  ]);
});
