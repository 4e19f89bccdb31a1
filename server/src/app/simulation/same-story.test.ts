import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSimulatedServer } from './testing.ts';

test('one seed tells the same story on two databases', async () => {
  const stories = await Promise.all(Array.from({ length: 2 }, async () => {
    const { server, fill, settled } = await startSimulatedServer();
    assert.equal(await fill(), 'filled');
    await settled();
    const { rows } = await server.ground.database.pool.query<{ population: string; type: string; count: number }>(`
      select coalesce(known.name, '') as population, type, count(*)::int as count from event
      left join event_population known on known.number = event.population
      where simulated group by 1, 2 order by 1, 2`);
    return rows;
  }));
  assert.ok(stories[0]!.length > 20);
  assert.deepEqual(stories[0], stories[1]);
});
