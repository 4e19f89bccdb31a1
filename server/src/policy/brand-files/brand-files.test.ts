import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testEventLog } from '../../events/testing.ts';
import { day, hasCode, movableClock } from '../../kernel/index.ts';
import type { Listener } from '../../storage/index.ts';
import { testDatabase } from '../../storage/testing.ts';
import { createPolicies } from '../create-policies.ts';
import { builtInPolicy, publishBuiltIn } from '../testing.ts';
import { goodSvg, svg } from '../test-brand-files.ts';

const deaf: Listener = { on: async () => undefined, close: async () => undefined };
const ada = { kind: 'operator', id: 'ada' } as const;

async function here() {
  const database = await testDatabase();
  const clock = movableClock(new Date('2026-05-04T08:00:00Z'));
  const events = testEventLog(database, { clock });
  const policies = createPolicies({ database, events, listener: deaf, clock });
  for (const kind of ['customer', 'workforce'] as const) await publishBuiltIn(database, policies, kind);
  const publish = async (logo: string): Promise<void> => {
    const { content, version } = await policies.current('customers');
    await database.transaction((tx) => policies.publish(tx, {
      population: 'customers', basedOn: version, publishedBy: 'ada', content: { ...content, branding: { ...content.branding, logo: { light: logo } } },
    }));
  };
  return { database, clock, events, files: policies.brandFiles, publish };
}

test('a file is one of its population: for drafts at once, for everybody once a version names it', async () => {
  const { files, publish, events } = await here();
  const { name } = await files.add('customers', Buffer.from(goodSvg), ada);
  assert.equal((await files.add('customers', Buffer.from(goodSvg), ada)).name, name);
  assert.deepEqual([...await files.known('customers', [name, 'x.svg'])], [name]);
  assert.deepEqual([...await files.known('workforce', [name])], []);
  assert.equal((await files.get('customers', name, 'drafts')).name, name);
  await assert.rejects(files.get('customers', name), hasCodeOf('brand_file.unknown'));
  await publish(name);
  assert.match((await files.get('customers', name)).content.toString(), /^<svg/);
  await assert.rejects(files.get('workforce', name), hasCodeOf('brand_file.unknown'));
  for (const odd of ['', '../x.svg', `${name}x`, `${'a'.repeat(43)}.svg`]) await assert.rejects(files.get('customers', odd), hasCodeOf('brand_file.unknown'));
  await events.settle();
  const added = (await events.read({ limit: 100 })).filter(({ type }) => type === 'brand.file_added');
  assert.deepEqual(added.map(({ population, open }) => [population, (open as { name: string }).name]), [['customers', name]]);
});

test('no version names a file that is not there', async () => {
  const { publish } = await here();
  await assert.rejects(publish(`${'a'.repeat(43)}.svg`), (error: unknown) => (
    hasCode(error, 'policy.invalid') && JSON.stringify(error).includes('branding.logo.light')));
});

test('drafts are bounded, and go after 30 days; what was published stays', async () => {
  const { files, publish, clock } = await here();
  const drawing = (number: number): Buffer => svg(`<circle r="${number}"/>`);
  const names: string[] = [];
  for (let number = 1; number <= 50; number += 1) names.push((await files.add('customers', drawing(number), ada)).name);
  await assert.rejects(files.add('customers', drawing(51), ada), hasCodeOf('brand_file.too_many'));
  await files.add('workforce', drawing(51), ada);
  await publish(names[0]!);
  clock.advance(31 * day);
  const { name } = await files.add('customers', drawing(52), ada);
  assert.deepEqual([...await files.known('customers', [...names, name])].sort(), [names[0]!, name].sort());
});

test('not even a mistake of ours changes or drops what was published', async () => {
  const { files, publish, database } = await here();
  const { name } = await files.add('customers', Buffer.from(goodSvg), ada);
  await publish(name);
  for (const change of ["update policy_brand_file set content = 'x'", 'delete from policy_brand_file']) {
    await assert.rejects(database.pool.query(change), /never changed/);
  }
});

test('a population that is not there has no files', async () => {
  const { files } = await here();
  await assert.rejects(files.add('nobody', Buffer.from(goodSvg), ada), hasCodeOf('population.unknown'));
  assert.equal((await builtInPolicy('customer')).branding.logo, undefined);
});

const hasCodeOf = (code: Parameters<typeof hasCode>[1]) => (error: unknown): boolean => hasCode(error, code);
