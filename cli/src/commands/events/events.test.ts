import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownEvent } from '../../../../contract/admin/index.ts';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';
import { showEvent } from './tail.ts';

const server = await startTestServer();
const here = { data: server.config.dataFolder };

/** Follows until what came satisfies `enough`, then presses Ctrl-C. */
async function follow(words: string, enough: (out: string) => boolean): Promise<{ code: number; out: string }> {
  const interrupt = new AbortController();
  let seen = '';
  return limen({
    ...here, signal: interrupt.signal,
    onOut: (text) => { seen += text; if (enough(seen)) interrupt.abort(); },
  }, `events tail --follow ${words}`);
}

const eventsIn = (out: string): ShownEvent[] => out.trim().split('\n').map((line) => JSON.parse(line) as ShownEvent);

test('tail shows the last events and ends; with JSON one a line', async () => {
  await limen(here, 'key rotate customers');
  const { code, out } = await limen(here, 'events tail --limit 3');
  assert.equal(code, 0);
  assert.equal(out.trim().split('\n').length, 3);
  assert.match(out, /^20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ  #(\d+|-)  customers  key\.created/m);
  const { out: lines } = await limen(here, 'events tail --type key.created --population customers --limit 2 --json');
  assert.deepEqual(eventsIn(lines).map(({ type, population }) => [type, population]), [['key.created', 'customers'], ['key.created', 'customers']]);
});

test('tail --follow tells of what happens from then on, and Ctrl-C is its normal end', async () => {
  const following = follow('--type invitation.issued --json', (out) => out.trim().split('\n').length >= 2);
  await limen(here, 'principal invite workforce ann@example.org');
  await limen(here, 'principal invite workforce ben@example.org');
  const { code, out } = await following;
  assert.equal(code, 0);
  const events = eventsIn(out);
  assert.deepEqual(events.map(({ type }) => type), ['invitation.issued', 'invitation.issued']);
  assert.ok(events[0]!.position! < events[1]!.position!);
});

test('personal parts are shown only when asked for, and the asking is an event', async () => {
  const { principal } = await limenJson<{ principal: { id: string } }>(here, 'principal invite workforce cleo@example.org');
  const line = `events tail --type identifier.verified --principal ${principal.id}`;
  assert.doesNotMatch((await limen(here, line)).out, /cleo@example\.org/);
  assert.match((await limen(here, `${line} --unseal`)).out, /"address":"cleo@example\.org"/);
  const acts = eventsIn((await limen(here, 'events tail --type operator.acted --json --limit 1')).out);
  assert.deepEqual(acts[0]!.open, { operation: 'event.tail', outcome: 'done' });
});

test('a type that there is not is refused by name', async () => {
  for (const line of ['events tail --type session.begun', 'events tail -f --type session.begun']) {
    const { code, err } = await limen(here, line);
    assert.equal(code, 1, line);
    assert.match(err, /request\.invalid[^]*session\.begun/);
  }
});

test('what an event holds cannot break its line', () => {
  const event: ShownEvent = {
    id: '0', at: '2026-10-04T12:34:56.789Z', position: 7, type: 'message.queued', population: 'customers', principal: 'p',
    actor: { kind: 'operator', id: 'local' }, session: null, run: null, client: null,
    open: { kind: 'a\n2026-10-04 fake\u001b[2J', channel: 'email' }, origin: 'real',
  };
  assert.equal(showEvent(event), '2026-10-04 12:34:56Z  #7  customers  message.queued  principal=p by=operator:local '
    + 'kind="a\\n2026-10-04 fake\\u001b[2J" channel=email');
});

test('a whole chain verifies; a changed event breaks it, and ends with 3', async () => {
  await follow('--limit 1000', (out) => /#\d+/.test(out));
  const whole = await limen(here, 'events verify');
  assert.equal(whole.code, 0, whole.err);
  assert.match(whole.out, /^\d+ events verified, up to position \d+, hash [\da-f]{64}\n$/);
  await server.ground.database.pool.query("set session_replication_role = replica; "
    + `update event set open = '{"client":"forged"}' where position = 3; set session_replication_role = origin`);
  const broken = await limen(here, 'events verify');
  assert.equal(broken.code, 3);
  assert.match(broken.out, /breaks at position 3; 2 events before it verified/);
  assert.match(broken.err, /events\.chain_broken/);
  const json = await limen(here, 'events verify --json');
  assert.equal(json.code, 3);
  assert.equal((JSON.parse(json.out) as { brokenAt: number }).brokenAt, 3);
});
