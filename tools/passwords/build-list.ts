/** What `limen password build-list` runs: `build-list.ts <hashes> <list> [seen at least]`; tells as JSON what came out. */
import { buildList, NoHashes } from '../../server/src/breaches/index.ts';

const [source = '', target = '', seen = '0'] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(await buildList(source, target, { seenAtLeast: Number(seen) })));
} catch (error) {
  const mine = error instanceof NoHashes || (error as NodeJS.ErrnoException).code !== undefined;
  process.stderr.write(`${mine ? `${source}: ${(error as Error).message}` : String((error as Error).stack)}\n`);
  process.exitCode = mine ? 2 : 1;
}
