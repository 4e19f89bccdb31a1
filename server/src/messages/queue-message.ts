import type { EventLog } from '../events/index.ts';
import { newId, originOf, type Clock, type Randomness } from '../kernel/index.ts';
import { notify } from '../storage/index.ts';
import { priorityOf, usefulFor } from './delivery-plan.ts';
import type { Messages, PayloadSealer } from './messages.ts';
import { insertMessage } from './outbox-store.ts';
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
      await insertMessage(tx, sealer, envelope, {
        id: newId(now, random), priority: priorityOf(message), queuedAt: now,
        expiresAt: new Date(now.getTime() + usefulFor(message)),
      });
      await events.append(tx, {
        type: 'message.queued', population, actor: { kind: 'system' },
        ...(principal === undefined ? {} : { principal }), ...(run === undefined ? {} : { run }),
        open: { kind: message.kind, channel },
      });
      await notify(tx, outboxChannel);
    },
  };
}
