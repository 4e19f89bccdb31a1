import type { EventLog } from '../events/index.ts';
import { day, newId, originOf, type Clock, type Randomness } from '../kernel/index.ts';
import { notify, type Db } from '../storage/index.ts';
import { priorityOf, usefulFor } from './delivery-plan.ts';
import type { Envelope, Messages, PayloadSealer } from './messages.ts';
import { countNewsByText, insertMessage } from './outbox-store.ts';
import { checkNumber, checkRecipient } from './recipient.ts';

export interface MessagesDeps {
  readonly events: Pick<EventLog, 'append'>;
  readonly sealer: PayloadSealer;
  readonly clock: Clock;
  readonly random: Randomness;
}

/** What workers listen on: said at the commit of whoever queued. */
export const outboxChannel = 'limen_message_queued';

/** The outbox as others see it. `queue` throws identifier.invalid where `to` is not one plain address, or number. */
export function createMessages({ events, sealer, clock, random }: MessagesDeps): Messages {
  return {
    queue: async (tx, envelope) => {
      const { population, principal, run, message, channel = 'email' } = envelope;
      if (channel === 'sms') checkNumber(envelope.to);
      else checkRecipient(envelope.to);
      // Nobody made up has a mailbox: what an administrator causes to be sent to them goes nowhere.
      if (principal !== undefined && originOf(principal) === 'simulated') return;
      const now = clock();
      const about = {
        population, actor: { kind: 'system' } as const,
        ...(principal === undefined ? {} : { principal }), ...(run === undefined ? {} : { run }),
      };
      if (await isOneTextTooMany(tx, envelope, now)) {
        await events.append(tx, { type: 'message.refused', ...about, open: { kind: message.kind, channel: 'sms', limit: 'number' } });
        return;
      }
      await insertMessage(tx, sealer, envelope, {
        id: newId(now, random), priority: priorityOf(message), queuedAt: now,
        expiresAt: new Date(now.getTime() + usefulFor(message)),
      });
      await events.append(tx, {
        type: 'message.queued', ...about, open: { kind: message.kind, channel },
      });
      await notify(tx, outboxChannel);
    },
  };
}

/**
 * News by text that one person gets in a day. Codes are bounded by their own limits; news come of what somebody does,
 * and whoever is paid for each text would do it again and again. What comes after these adds nothing to them.
 */
const mostNewsADay = 20;

async function isOneTextTooMany(tx: Db, { population, principal, channel, message }: Envelope, now: Date): Promise<boolean> {
  if (channel !== 'sms' || principal === undefined || priorityOf(message) === 0) return false;
  return await countNewsByText(tx, population, principal, new Date(now.getTime() - day)) >= mostNewsADay;
}
