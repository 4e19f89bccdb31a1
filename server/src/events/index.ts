/**
 * events owns the event log: appending, numbering, the hash chain, reading, subscriptions, consumers' positions. It
 * never knows what an event means beyond the catalogue, and never opens a personal part unless asked to.
 */
export type {
  Beside, EventFilter, EventLog, LoggedEvent, NewEvent, PersonalSealer, RowsBeside, Subscription,
} from './event-log.ts';
export { createEventLog, type EventFeed, type EventLogDeps, type FedEventLog } from './create-event-log.ts';
export { removeSimulatedEvents } from './remove-simulated.ts';
export { startEventWorker, type EventWorkerDeps } from './event-worker.ts';
export { eventJobs } from './event-jobs.ts';
export { verifyChain, type Verification } from './verify-chain.ts';
