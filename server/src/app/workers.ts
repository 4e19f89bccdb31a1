import { removeOldCodes } from '../credentials/index.ts';
import { eventJobs, startEventWorker } from '../events/index.ts';
import { keyJobs } from '../keys/index.ts';
import { removeOldMessages, startMessageWorker } from '../messages/index.ts';
import { sessionJobs } from '../sessions/index.ts';
import { openJobs, type Db, type RecurringJob } from '../storage/index.ts';
import type { Limen } from './compose.ts';
import type { Ground, Undo } from './ground.ts';
import { readFiles } from './known-offline.ts';
import { isFilling } from './simulation/index.ts';

/** Starts what works beside requests: numbering events, sending mail, and the recurring jobs. */
export async function startWorkers(ground: Ground, limen: Limen, undo: Undo): Promise<void> {
  const { clock, random, log, database, listener, events } = ground;
  const eventWorker = await startEventWorker({ events, database, listener, clock, log });
  undo.push(() => eventWorker.stop());
  const messageWorker = await startMessageWorker({
    database, listener, events, sealer: limen.mailSealer, render: limen.renderMail, transport: limen.transport,
    ...(limen.texts ? { texts: limen.texts } : {}), clock, random, log,
  });
  undo.push(() => messageWorker.close());
  readFiles(limen);
  const jobs = await openJobs(database, log);
  undo.push(() => jobs.close());
  for (const job of recurring(ground, limen)) await jobs.register(notWhileFilling(database.db, job));
}

/**
 * Made-up people live months in seconds: by the clock of this server, what they are at is long over. So nothing is
 * closed, ended or removed while they live; the next turn comes soon.
 */
function notWhileFilling(db: Db, job: RecurringJob): RecurringJob {
  return { ...job, run: async () => { if (!await isFilling(db)) await job.run(); } };
}

function recurring({ clock, database, events, keys }: Ground, { policies, journeys, oauth, measures, checkpoints, account, recovery, risk, brakes }: Limen): readonly RecurringJob[] {
  return [
    ...eventJobs({ database, clock }),
    ...keyJobs(keys),
    ...sessionJobs({ database, clock, events, policies }),
    ...oauth.jobs,
    ...measures.jobs,
    ...account.jobs,
    { name: 'checkpoints-tidy', cron: '*/5 * * * *', run: () => checkpoints.tidy() },
    { name: 'risk-tidy', cron: '* * * * *', run: () => risk.tidy() },
    { name: 'brakes-tidy', cron: '7 * * * *', run: async () => { await brakes.tidy(); } },
    { name: 'recovery-tidy', cron: '* * * * *', run: () => recovery.tidy() },
    { name: 'journeys-close-expired', cron: '* * * * *', run: () => journeys.closeExpired() },
    { name: 'journeys-remove-old', cron: '17 * * * *', run: () => journeys.removeOld() },
    { name: 'credentials-remove-old', cron: '27 * * * *', run: () => removeOldCodes(database.db, clock()) },
    { name: 'messages-remove-old', cron: '37 3 * * *', run: () => removeOldMessages(database.db, clock()) },
  ];
}
