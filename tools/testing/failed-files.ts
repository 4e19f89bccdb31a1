import type { TestEvent } from 'node:test/reporters';

/**
 * A reporter of node's test runner: the name of each file that failed, a line each. A file is the outermost test; a process
 * that ended before its tests had is told by the path that the runner was given.
 */
// oxlint-disable-next-line import/no-default-export -- what the runner takes for a reporter
export default async function* failedFiles(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type === 'test:fail' && event.data.nesting === 0) yield `${event.data.name}\n`;
  }
}
