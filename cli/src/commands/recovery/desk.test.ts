/** What an operator without a browser looks for: roles, recoveries, decisions, figures. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { consoleHouse } from '../../../../server/src/app/test-administrator.ts';
import { startTestServer } from '../../../../server/src/app/testing.ts';
import { limen, limenJson } from '../../testing/run-limen.ts';

const server = await startTestServer();
const here = { data: server.config.dataFolder };
const { ground: { database, clock }, limen: { recovery, checkpoints, sessions, directory } } = server;

test('a role is given, shown and withdrawn; who is no administrator yet needs a passkey', async () => {
  const { principal } = await consoleHouse(server).employee({ customers: ['support'] });
  const given = await limen(here, ['role', 'give', 'customers', principal, 'analyst', 'Looks at figures', '--until', '2099-01-01T00:00:00Z']);
  assert.equal(given.code, 0, given.err);
  assert.match(given.out, /is analyst of customers until 2099-01-01/);
  assert.match((await limen(here, 'role list customers')).out, /analyst +employee-1 +active .*2099-01-01 .*Looks at figures/);
  const { grants } = await limenJson<{ grants: { id: string; role: string }[] }>(here, 'role list customers');
  const analyst = grants.find(({ role }) => role === 'analyst')!;
  assert.match((await limen(here, `role withdraw customers ${analyst.id}`)).out, /is no longer analyst of customers/);
  assert.doesNotMatch((await limen(here, 'role list customers')).out, /analyst/);

  await limen(here, 'principal invite workforce new@example.org');
  const refused = await limen(here, ['role', 'give', 'customers', 'new@example.org', 'reader', 'Reads']);
  assert.notEqual(refused.code, 0);
  assert.match(refused.err, /grant\.|passkey/);
  assert.notEqual((await limen(here, ['role', 'give', 'customers', principal, 'emperor', 'Rules'])).code, 0);
});

test('an open recovery is listed, and shown by the number that the person reads; the shell decides none', async () => {
  const invited = await limenJson<{ principal: { id: string } }>(here, 'principal invite workforce lost@example.org');
  const principal = invited.principal.id;
  const opened = await database.transaction((tx) => recovery.open(tx, {
    population: 'workforce', principal, route: 'support-desk', run: principal, device: 'Firefox on Linux', locale: 'en', wait: 4 * 3_600_000,
  }));
  assert.ok(typeof opened === 'object');
  const listed = await limen(here, 'recovery list workforce');
  assert.match(listed.out, new RegExp(`${opened.caseNumber} +lost@example\\.org +support-desk +asked .* - +Firefox on Linux`));
  for (const named of [opened.id, opened.caseNumber]) {
    const shown = await limen(here, `recovery show workforce ${named}`);
    assert.match(shown.out, /identifiers +lost@example\.org\n(.*\n)*waits +4 h/);
  }
  assert.match((await limen(here, 'recovery show customers 000000')).err, /recovery\.unknown/);
});

test('a decision is listed, and shown with what it came from: an account that was just given back is closed', async () => {
  const { principal: { id: principal } } = await limenJson<{ principal: { id: string } }>(here, 'principal invite customers back@example.org');
  const ref = { population: 'customers', principal };
  const session = await database.transaction(async (tx) => {
    await directory.noteRecovery(tx, ref, clock());
    return (await sessions.start(tx, { ref, proofs: [{ kind: 'password', at: clock() }] })).session;
  });
  const answer = await checkpoints.evaluate({
    population: 'customers', client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'account', id: '1' },
  });
  assert.equal(answer.response, 'deny');
  const { decisions } = await limenJson<{ decisions: { id: string }[] }>(here, 'decision list customers --response deny');
  assert.deepEqual(decisions.map(({ id }) => id), [answer.id]);
  assert.match((await limen(here, 'decision list customers --who back@example.org')).out, /payout\.change +deny +.*recovered-open\S* .*-/);
  const shown = await limen(here, `decision show customers ${answer.id}`);
  assert.match(shown.out, /answer +deny\nreasons +.*recovered-open/);
  assert.match(shown.out, /"isOpen": true/);
  assert.match(shown.out, /ANSWER +EXPECTED COST +PROPENSITY\nallow +[-\d.]+ +0\n/);
  const label = `decision label customers ${answer.id} support genuine call-1`;
  assert.match((await limen(here, label)).out, /^Recorded\n.*\nsupport +call-1 +genuine +0\.90 +yes/);
  assert.match((await limen(here, label)).out, /^Known already/);
  assert.match((await limen(here, `decision label customers ${session.id} support genuine call-1`)).err, /decision\.unknown/);
  assert.match((await limen(here, `decision show customers ${session.id}`)).err, /decision\.unknown/);
  assert.equal((await limenJson<{ decisions: object[] }>(here, 'decision list customers --response allow')).decisions.length, 0);
});

test('a made-up situation is answered with every rule, the first that did not hold and the nearest change', async () => {
  const { code, out, err } = await limen(here, 'decision what-if customers payout.change --device 0s --has email');
  assert.equal(code, 0, err);
  assert.match(out, /^[a-z]+ \(device-unknown.*\) at low risk, by version \d+\n/);
  assert.match(out, /\nFirst that did not hold: .*\nNearest change: /);
  const paid = await limen(here, 'decision what-if customers checkout --amount 400EUR --today 1200 --contact-changed 2h --account 90d --recovering --said category=gift');
  assert.match(paid.out, /^notify \(contact-changed-lately, amount-adds-up\)/, paid.err);
  assert.match((await limen(here, 'decision what-if customers payout.change --recovered 2d --explored')).out, /recovered-lately, recovered-open\)/);
  for (const [wrong, remedy] of [['--amount much', '620EUR'], ['--today 5', '--amount'], ['--factor 1d', '--recovered'], ['--said category', 'records=20000']]) {
    assert.ok((await limen(here, `decision what-if customers checkout ${wrong}`)).err.includes(remedy!), wrong);
  }
  assert.match((await limen(here, 'decision what-if customers payout.change --device soon')).err, /Write a number and s, m, h or d/);
  assert.match((await limen(here, 'decision what-if customers payout.chnage')).err, /action\.unknown/);
});

test('a made-up machine is answered at its checkpoint, and what is said of people is refused there', async () => {
  const { code, out, err } = await limen(here, 'decision what-if workloads token.issue --authentication secret --credential-age 91d --scopes ledger.read,ledger.write');
  assert.equal(code, 0, err);
  assert.match(out, /^notify \(secret-old\), by version \d+\n/);
  assert.match(out, /\nNearest change: client\.authentication from secret to key makes it allow\n/);
  for (const [line, why] of [['workloads token.issue --device 0s', /--device says nothing of a machine/], ['customers payout.change --credential-age 1d', /--credential-age says nothing of a person/]] as const) {
    assert.match((await limen(here, `decision what-if ${line}`)).err, why);
  }
});

test('a draft watches, and is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'limen-watch-'));
  assert.equal((await limen(here, `policy export customers --out ${folder}`)).code, 0);
  const { watch } = await limenJson<{ watch: { id: string } }>(here, `watch start ${folder} Trial --days 2`);
  assert.match((await limen(here, 'watch list customers')).out, new RegExp(`${watch.id} +Trial`));
  assert.match((await limen(here, `watch report customers ${watch.id}`)).out, /^Trial: of 0 decisions 0 would have been answered otherwise/);
  assert.match((await limen(here, `watch stop customers ${watch.id}`)).out, /watches no more/);
  assert.match((await limen(here, `watch report customers 0190a5d3-0000-7000-8000-000000000000`)).err, /watch\.unknown/);
  await rm(folder, { recursive: true });
});

test('a board is a table of figures by family', async () => {
  const { code, out, err } = await limen(here, 'board show customers 2026-11-01 2026-11-03');
  assert.equal(code, 0, err);
  assert.match(out, /^FAMILY +FIGURE +VALUE +OF\n/);
  const { figures } = await limenJson<{ figures: object[] }>(here, 'board show customers 2026-11-01 2026-11-03');
  assert.equal(out.trimEnd().split('\n').length, figures.length + 1);
  assert.notEqual((await limen(here, 'board show customers yesterday today')).code, 0);
});
