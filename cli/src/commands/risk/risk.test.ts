import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = await mkdtemp(join(tmpdir(), 'limen-risk-'));
after(() => rm(folder, { recursive: true }));
const program = join(import.meta.dirname, '../../../main.ts');

async function limen(...args: readonly string[]): Promise<{ code: number; out: string; told: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => { out += part; });
  child.stderr.setEncoding('utf8').on('data', (part: string) => { told += part; });
  const [code] = await once(child, 'close') as [number];
  return { code, out, told };
}

/** As published. */
const head = 'Login Timestamp,User ID,Round-Trip Time [ms],IP Address,Country,Region,City,ASN,User Agent String,'
  + 'Browser Name and Version,OS Name and Version,Device Type,Login Successful,Is Attack IP,Is Account Takeover';

/** Forty logins of one person from home, of whom somebody in another country once gets the account. */
function file(): string {
  const row = (minute: number, address: string, country: string, asn: string, takeover: boolean): string => [
    new Date(Date.UTC(2020, 1, 3) + minute * 60_000).toISOString().replace('T', ' ').slice(0, 23), '7', '', address, country, '-', '-', asn,
    'UA', 'Chrome 80.0', 'Windows 10', 'desktop', 'True', takeover ? 'True' : 'False', takeover ? 'True' : 'False',
  ].join();
  const own = Array.from({ length: 40 }, (_, day) => row(day * 1_440, '10.0.0.1', 'NO', '29695', false));
  return [head, ...own, row(30 * 1_440 + 5, '203.0.113.9', 'RO', '206801', true)].join('\n');
}

test('a file in the published columns is measured without any server', async () => {
  await writeFile(join(folder, 'logins.csv'), file());
  const { code, out, told } = await limen('risk', 'evaluate', '--logins', 'logins.csv', '--json');
  assert.equal(code, 0, told);
  const found = JSON.parse(out) as { users: number; logins: number; takeovers: number; rows: readonly { side: string }[] };
  assert.deepEqual([found.users, found.logins, found.takeovers], [1, 40, 1]);
  assert.deepEqual(new Set(found.rows.map(({ side }) => side)), new Set(['ours', 'freeman']));
  const shown = await limen('risk', 'evaluate', '--logins', 'logins.csv');
  assert.match(shown.out, /1 users, 40 genuine logins, 1 takeovers scored/);
});

test('a file that is not there, or lacks columns, is told with what to do', async () => {
  const missing = await limen('risk', 'evaluate', '--logins', 'nowhere.csv');
  assert.equal(missing.code, 2);
  assert.match(missing.told, /nowhere\.csv can't be read \(ENOENT\)/);
  const directory = await limen('risk', 'evaluate', '--logins', '.');
  assert.equal(directory.code, 2);
  assert.match(directory.told, /can't be read \(EISDIR\)/);
  await writeFile(join(folder, 'short.csv'), 'User ID\n1\n');
  const short = await limen('risk', 'evaluate', '--logins', 'short.csv');
  assert.equal(short.code, 2);
  assert.match(short.told, /needs the columns Login Timestamp/);
  const none = await limen('risk', 'evaluate');
  assert.equal(none.code, 2);
  assert.match(none.told, /--logins/);
});
