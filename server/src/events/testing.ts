/** A working event log for the tests of other folders. */
import { sql } from 'kysely';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createLog, systemClock, systemRandomness, type Clock, type Randomness } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { createEventLog, type FedEventLog } from './create-event-log.ts';
import { deliverEvents } from './deliver-events.ts';
import type { NewEvent, PersonalSealer, Subscription } from './event-log.ts';
import { numberEvents } from './number-events.ts';

export interface TestEventLog extends FedEventLog {
  /** Numbers everything that has committed and hands it to all subscribers, until there is nothing left to do. */
  settle(): Promise<void>;
}

export interface TestEventLogOptions {
  readonly clock?: Clock;
  readonly random?: Randomness;
  /** Without one the keys live in memory; `testKeys` of the folder keys gives a log with the real sealer. */
  readonly sealer?: PersonalSealer;
  readonly longestQueue?: number;
}

export function testEventLog(database: Database, options: TestEventLogOptions = {}): TestEventLog {
  const clock = options.clock ?? systemClock;
  const log = createLog({ level: 'silent' });
  const events = createEventLog({
    database, clock, log, random: options.random ?? systemRandomness, sealer: options.sealer ?? memorySealer(),
    longestQueue: options.longestQueue,
  });
  const subscriptions: Subscription[] = [];
  events.feed.onSubscribed((subscription) => { subscriptions.push(subscription); });
  return {
    ...events,
    settle: async () => {
      for (const origin of ['real', 'simulated'] as const) {
        for (let more = true; more;) {
          const result = await numberEvents(database, origin);
          more = result !== 'elsewhere' && result.more;
        }
      }
      for (const subscription of subscriptions) {
        while (await deliverEvents({ database, clock, log }, subscription) === 'more');
      }
    },
  };
}

/** Seals with keys that live as long as the test; `forget` destroys one. */
export function memorySealer(): PersonalSealer & { forget(population: string, principal: string): void } {
  const keys = new Map<string, Buffer | undefined>();
  return {
    seal: async (_tx, population, principal, plain) => {
      const name = `${population}/${principal}`;
      if (!keys.has(name)) keys.set(name, randomBytes(32));
      const key = keys.get(name);
      if (!key) return undefined;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: async (_db, population, principal, sealed) => {
      const key = keys.get(`${population}/${principal}`);
      if (!key) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    },
    forget: (population, principal) => { keys.set(`${population}/${principal}`, undefined); },
  };
}

/** Some event that is as the catalogue wants it, with what matters to a test put in. */
export function sampleEvent(parts: Partial<Omit<NewEvent<'session.started'>, 'type' | 'open'>> = {}): NewEvent {
  return {
    type: 'session.started', population: 'customers', actor: { kind: 'system' },
    open: { acr: 'urn:limen:acr:basic', amr: ['pwd'] }, ...parts,
  };
}

/**
 * A view of the numbered log with populations by their names, for tests that count events by SQL of their own:
 * `told (position, at, type, population, principal, session, run, client, open, simulated)`.
 */
export async function viewOfEvents(database: Database): Promise<void> {
  await sql`create view told as select event.position, event.at, event.type, event_population.name as population,
      event.principal, event.session, event.run, event.client, event.open, event.simulated
    from event left join event_population on event_population.number = event.population`.execute(database.db);
}
