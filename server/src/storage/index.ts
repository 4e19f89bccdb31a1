/**
 * storage owns the way to PostgreSQL (embedded or given): pools, transactions, notifications, migrations, jobs. It
 * never knows what is stored: every table belongs to the folder whose `migrations` makes it.
 */
export { openDatabase, explainStorageError, brokenConstraint, type Database, type DatabaseTarget } from './database.ts';
export type { Db } from './db.ts';
export { startEmbedded, type EmbeddedCluster } from './embedded/cluster.ts';
export { createListener, notify, type Listener } from './listen.ts';
export { inBatches } from './in-batches.ts';
export { idIsOf, removeRows, removeSimulatedRows } from './origin.ts';
export { migrate, findMigrations, type Migration } from './migrate.ts';
export { atEnd } from './transaction-end.ts';
export { groupsOf, type GroupOptions } from './groups.ts';
export { byPrincipal, lookUp, type LookUp } from './look-up.ts';
export { openJobs, type Jobs, type RecurringJob } from './jobs.ts';
