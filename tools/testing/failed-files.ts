import type { TestEvent } from 'node:test/reporters';

/** A reporter of node's test runner: the file of each test that failed, a line each, as often as it failed. */
// oxlint-disable-next-line import/no-default-export -- what the runner takes for a reporter
export default async function* failedFiles(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type === 'test:fail' && event.data.file) yield `${event.data.file}\n`;
  }
}
