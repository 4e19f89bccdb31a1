/** Another policy at a running server, for tests of what the built-in ones don't have. */
import assert from 'node:assert/strict';
import type { TestHouse } from './test-application.ts';
import { until } from './test-waiting.ts';

/** Publishes a population's policy with one of its files changed, or added, and waits until it is in force. */
export async function changePolicy(
  { url, fetch, operator }: TestHouse, population: string, file: string, change: (text: string) => string,
): Promise<void> {
  const at = `/populations/${population}/policy`;
  const { version, files } = await operator.call<{ version: number; files: { path: string; text: string }[] }>('GET', `${at}/files`);
  // The first page shows the name, so it tells which version is in force.
  const name = `Version ${version + 1}`;
  const known = files.some(({ path }) => path === file) ? files : [...files, { path: file, text: '' }];
  const changed = known.map(({ path, text }) => ({
    path, text: path === 'population.yaml' ? text.replace(/^name: .*$/m, `name: ${name}`) : path === file ? change(text) : text,
  }));
  const answer = await operator.call<{ outcome: string }>('POST', `${at}/apply`, { files: changed, basedOn: version });
  assert.equal(answer.outcome, 'published', JSON.stringify(answer));
  await until(`${name} is in force`, async () => (await (await fetch(`${url}/${population}/`)).text()).includes(name));
}
