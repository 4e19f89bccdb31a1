import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { keyPairOf } from '../key-files.ts';
import { startStubIssuer } from '../testing.ts';
import { startJob } from './job.ts';

const resource = 'https://reports.example/api';

async function openJob() {
  const folder = await mkdtemp(join(tmpdir(), 'demo-job-'));
  after(() => rm(folder, { recursive: true }));
  const stub = await startStubIssuer();
  const lines: string[] = [];
  const job = await startJob({
    issuer: stub.issuer, clientId: 'job', key: await keyPairOf(folder, 'key'), resource, port: 0, everySeconds: 0,
    print: (line) => lines.push(line),
  });
  after(() => job.close());
  return { stub, job, lines };
}

test('the job gets a token for its resource and reads the reports with it', async () => {
  const { stub, job, lines } = await openJob();
  const run = await job.runNow();
  assert.equal(run.outcome, 'done', run.problem);
  assert.deepEqual([run.audience, run.client, run.expiresIn, run.reports!.length], [resource, 'job', 60, 3]);
  assert.deepEqual([stub.tokenForms[0]!.resource, stub.tokenForms[0]!.scope], [resource, 'reports:read']);
  assert.ok(stub.tokenForms[0]!.client_assertion);
  assert.match(lines[0]!, /^reports read; /);
  const page = await (await fetch(job.url)).text();
  assert.match(page, /Done/);
  assert.match(page, new RegExp(run.reports![0]!.day));
  for (let more = 0; more < 25; more += 1) await job.runNow();
  assert.equal((await (await fetch(`${job.url}/runs`)).json() as unknown[]).length, 20);
});

test('the reports API takes no token but one for itself, with the scope', async () => {
  const { stub, job } = await openJob();
  const now = Math.floor(Date.now() / 1000);
  const good = {
    aud: resource, sub: 'job', client_id: 'job', scope: 'openid reports:read', jti: 'a', iat: now, exp: now + 60,
  };
  const call = async (token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = await fetch(`${job.url}/api/reports`, headers ? { headers } : {});
    return [answer.status, answer.headers.get('www-authenticate')];
  };
  assert.deepEqual(await call(await stub.sign(good, 'at+jwt')), [200, null]);
  assert.deepEqual(await call(), [401, 'Bearer']);
  const bad = [
    stub.sign({ ...good, aud: 'https://other.example' }, 'at+jwt'),
    stub.sign({ ...good, iss: 'https://evil.example' }, 'at+jwt'),
    stub.sign({ ...good, exp: now - 60 }, 'at+jwt'), stub.sign(good, 'JWT'),
    stub.sign({ ...good, client_id: undefined }, 'at+jwt'), Promise.resolve('opaque'),
  ];
  for (const token of bad) assert.deepEqual(await call(await token), [401, 'Bearer error="invalid_token"']);
  assert.deepEqual(await call(await stub.sign({ ...good, scope: 'reports:readers' }, 'at+jwt')),
    [403, 'Bearer error="insufficient_scope", scope="reports:read"']);
});

test('an issuer that is not there is a failed run, and the job goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'demo-job-'));
  after(() => rm(folder, { recursive: true }));
  const job = await startJob({
    issuer: 'http://localhost:9/workloads', clientId: 'job', key: await keyPairOf(folder, 'key'), resource, port: 0,
    everySeconds: 0,
  });
  after(() => job.close());
  for (const run of [await job.runNow(), await job.runNow()]) {
    assert.equal(run.outcome, 'failed');
    assert.ok(run.problem);
  }
  assert.match(await (await fetch(job.url)).text(), /Failed: /);
});
