import { setTimeout as pause } from 'node:timers/promises';
import { second } from '../kernel/index.ts';
import type { Listener } from '../storage/index.ts';
import { claimTime } from './delivery-plan.ts';
import { claimMessage } from './outbox-store.ts';
import { outboxChannel } from './queue-message.ts';
import { sendMessage, type SendingDeps } from './send-message.ts';

export interface MessageWorkerDeps extends SendingDeps {
  readonly listener: Pick<Listener, 'on'>;
}

export interface MessageWorker {
  /** Sends all that is due now and resolves when that is done. */
  drain(): Promise<void>;
  /**
   * Takes no more messages, waits a few seconds for those under way, and ends the transport. One that is still under
   * way then is sent again by another server, or at the next start.
   */
  close(): Promise<void>;
}

/** Messages under way at the same time on one server. */
const mostLanes = 4;
/** How often to look for messages whose pause is over; new ones are announced. */
const pollEvery = 2 * second;
const longestGoodbye = 5 * second;

/** Sends what is in the outbox; any number of servers may each have one. */
export async function startMessageWorker(deps: MessageWorkerDeps): Promise<MessageWorker> {
  const lanes = new Set<Promise<void>>();
  let closed = false;
  let again = false;

  const wake = (): void => {
    if (closed) return;
    if (lanes.size >= mostLanes) {
      again = true;
      return;
    }
    const lane: Promise<void> = runLane().finally(() => {
      lanes.delete(lane);
      // Whoever called while the last free lane was on its way out would not be heard otherwise.
      if (again) {
        again = false;
        wake();
      }
    });
    lanes.add(lane);
  };

  const runLane = async (): Promise<void> => {
    try {
      while (!closed) {
        const now = deps.clock();
        const message = await claimMessage(deps.database.db, now, new Date(now.getTime() + claimTime));
        if (!message) return;
        wake();
        await sendMessage(deps, message);
      }
    } catch (error) {
      deps.log.warn({ err: error }, 'the outbox could not be worked on and is tried again');
    }
  };

  await deps.listener.on(outboxChannel, wake);
  const poll = setInterval(wake, pollEvery);
  poll.unref();
  wake();

  const settled = async (): Promise<void> => {
    while (lanes.size > 0) await Promise.all(lanes);
  };
  return {
    drain: async () => {
      wake();
      await settled();
    },
    close: async () => {
      closed = true;
      clearInterval(poll);
      const waiting = new AbortController();
      const enough = pause(longestGoodbye, undefined, { signal: waiting.signal }).catch(() => undefined);
      await Promise.race([settled(), enough]);
      waiting.abort();
      await deps.transport.close();
    },
  };
}
