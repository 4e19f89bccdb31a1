import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { Log } from '../kernel/index.ts';
import type { Database } from './database.ts';
import type { Db } from './db.ts';

/** One connection that listens on any number of channels and comes back when it breaks. */
export interface Listener {
  /**
   * Calls `handle` at each notification, and once after every (re)connection with no payload: what was said while
   * nobody listened is lost, so a handler must look for itself then.
   */
  on(channel: string, handle: (payload: string | undefined) => void): Promise<void>;
  close(): Promise<void>;
}

const longestPause = 5_000;

export function createListener({ target }: Database, log: Log): Listener {
  const handlers = new Map<string, ((payload: string | undefined) => void)[]>();
  const closing = new AbortController();
  let client: Client | undefined;
  let connecting: Promise<void> | undefined;

  async function connect(): Promise<void> {
    for (let wait = 50; !closing.signal.aborted; wait = Math.min(wait * 2, longestPause)) {
      const next = new Client({ ...target, application_name: 'limen-listen', keepAlive: true });
      try {
        next.on('error', () => undefined);
        await next.connect();
        next.on('notification', ({ channel, payload }) => {
          for (const handle of handlers.get(channel) ?? []) handle(payload);
        });
        for (const channel of handlers.keys()) await next.query(`listen ${next.escapeIdentifier(channel)}`);
        next.once('end', () => {
          if (client === next && !closing.signal.aborted) connecting = connect();
        });
        client = next;
        for (const handle of [...handlers.values()].flat()) handle(undefined);
        return;
      } catch (error) {
        log.warn({ err: error }, 'listening for notifications failed and is tried again');
        await next.end().catch(() => undefined);
        await pause(wait, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  }

  return {
    on: async (channel, handle) => {
      handlers.set(channel, [...(handlers.get(channel) ?? []), handle]);
      connecting ??= connect();
      await connecting;
      await client?.query(`listen ${client.escapeIdentifier(channel)}`);
    },
    close: async () => {
      closing.abort();
      const open = client;
      client = undefined;
      await open?.end();
      await connecting?.catch(() => undefined);
    },
  };
}

/** Says something to all listeners when the transaction commits. Payloads stay under 8,000 bytes. */
export async function notify(tx: Db, channel: string, payload = ''): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
}
