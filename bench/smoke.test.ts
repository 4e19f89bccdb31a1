/** Each benchmark for a moment, on a handful of requests, so that it can't rot; what it measures is nobody's business here. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { benchmarks } from './benchmarks/index.ts';

const effort = { rounds: 1, seconds: 1, most: 2, people: 2, principals: 20 };

// Two at a time: each mostly waits for a server to start.
describe('benchmarks', { concurrency: 2 }, () => {
  for (const benchmark of benchmarks) {
    test(`${benchmark.name} runs`, async () => {
      const { rows } = await benchmark.run(effort, () => undefined);
      assert.ok(rows.length > 0);
      for (const row of rows) assert.match(row.reached, /^\d+(\.\d+)? (×|s|ms|µs|MB)$/);
    });
  }
});
