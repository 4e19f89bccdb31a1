import { PgBoss } from 'pg-boss';
import type { Log } from '../kernel/index.ts';
import type { Database } from './database.ts';

/** Work that recurs, done by one server of all that share the database. */
export interface RecurringJob {
  readonly name: string;
  /** Five-field cron expression, UTC. */
  readonly cron: string;
  /** Must bear being run twice: a server that dies half-way leaves its job to another. */
  run(): Promise<unknown>;
}

export interface Jobs {
  register(job: RecurringJob): Promise<void>;
  /** Runs a registered job here and now, for those who can't wait for its time. */
  runNow(name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts pg-boss in its own schema of the same database. */
export async function openJobs({ target }: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({ ...target, schema: 'jobs', max: 2, application_name: 'limen-jobs' } as
    ConstructorParameters<typeof PgBoss>[0] & object);
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue met an error'));
  await boss.start();
  const registered = new Map<string, RecurringJob>();
  return {
    register: async (job) => {
      registered.set(job.name, job);
      await boss.createQueue(job.name, { policy: 'singleton', retryLimit: 2, expireInSeconds: 900 });
      await boss.schedule(job.name, job.cron, {}, { tz: 'UTC' });
      await boss.work(job.name, { pollingIntervalSeconds: 10 }, async () => {
        await job.run();
      });
    },
    runNow: async (name) => {
      const job = registered.get(name);
      if (!job) throw new Error(`no job is called ${name}`);
      return job.run();
    },
    close: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
