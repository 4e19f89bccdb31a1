import { createRemoteJWKSet, decodeJwt, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import type { Clock } from '../bounded-store.ts';
import type { KeyPair } from '../key-files.ts';
import { describeRefusal, discovery } from '../relying-party.ts';
import { createWebApp, listen, sendPage, type Running } from '../web-app.ts';
import type { JobRun } from './job-run.ts';
import { statusPage } from './pages.ts';
import { addReportsApi, reportsScope, type Report } from './reports-api.ts';

export interface JobOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: KeyPair;
  /** Identifier of the reports API, for which the job is registered. */
  readonly resource: string;
  /** 0 chooses a free one. */
  readonly port: number;
  /** Seconds between runs; a minute where left out, 0 for none but those asked for. */
  readonly everySeconds?: number;
  readonly clock?: Clock;
  /** Told of each run in one line. */
  readonly print?: (line: string) => void;
}

export interface RunningJob extends Running {
  /** Runs at once and says how it went. */
  runNow(): Promise<JobRun>;
}

const keptRuns = 20;

/** A scheduled job that gets a short-lived token for one resource, with its own key, and calls that resource. */
export async function startJob(options: JobOptions): Promise<RunningJob> {
  const { issuer, clientId, resource, everySeconds = 60 } = options;
  const clock = options.clock ?? (() => new Date());
  const runs: JobRun[] = [];
  const discover = discovery({
    issuer, clientId,
    proof: { method: 'private_key_jwt', key: options.key.privateKey, keyId: options.key.keyId },
  });
  let keySet: JWTVerifyGetKey | undefined;
  const keys = async () => keySet ??= createRemoteJWKSet(new URL((await discover()).serverMetadata().jwks_uri!));

  const app = createWebApp([]);
  addReportsApi(app, { issuer, resource, keys, clock });
  app.get('/', (_request, reply) => sendPage(reply, statusPage(runs, everySeconds, resource)));
  app.get('/runs', async () => runs);
  const running = await listen(app, options.port);

  const runNow = async (): Promise<JobRun> => {
    const at = clock();
    const run: JobRun = await fetchReports(discover, resource, `${running.url}/api/reports`)
      .then((result) => ({ at, outcome: 'done' as const, ...result }))
      .catch((error: unknown) => ({ at, outcome: 'failed' as const, problem: problemOf(error) }));
    runs.unshift(run);
    runs.length = Math.min(runs.length, keptRuns);
    const orders = run.reports?.map((report) => `${report.day}: ${report.orders} orders`).join(', ');
    options.print?.(run.outcome === 'done' ? `reports read; ${orders}` : `reports not read: ${run.problem}`);
    return run;
  };

  // The next run is set when one has ended, so that slow ones never pile up.
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const schedule = async (): Promise<void> => {
    await runNow();
    if (!isClosed) timer = setTimeout(() => { void schedule(); }, everySeconds * 1000);
  };
  if (everySeconds > 0) void schedule();
  return {
    url: running.url, runNow,
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await running.close();
    },
  };
}

async function fetchReports(discover: () => Promise<openid.Configuration>, resource: string, address: string) {
  const configuration = await discover();
  const token = await openid.clientCredentialsGrant(configuration, { resource, scope: reportsScope });
  const answer = await openid.fetchProtectedResource(configuration, token.access_token, new URL(address), 'GET');
  const { client, reports } = await answer.json() as { client: string; reports: readonly Report[] };
  const { aud } = decodeJwt(token.access_token);
  return { client, reports, expiresIn: token.expires_in, audience: Array.isArray(aud) ? aud.join(' ') : aud };
}

function problemOf(error: unknown): string {
  const { code, description } = describeRefusal(error);
  return description ? `${code} (${description})` : code;
}
