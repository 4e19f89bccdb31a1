import type { EventLog } from '../../events/index.ts';
import type { Envelope, Messages } from '../../messages/index.ts';

/** Of each mailbox so many are kept; nobody looks further back. */
const mostKept = 12;

/** Mail that never leaves: it takes the place of the outbox, and made-up people read it here. */
export function createKeptMail(events: Pick<EventLog, 'append'>) {
  const boxes = new Map<string, Envelope[]>();
  const messages: Messages = {
    queue: async (tx, envelope) => {
      const { population, to, principal, run, message, channel = 'email' } = envelope;
      await events.append(tx, {
        type: 'message.queued', population, actor: { kind: 'system' },
        ...(principal === undefined ? {} : { principal }), ...(run === undefined ? {} : { run }),
        open: { kind: message.kind, channel },
      });
      boxes.set(to, [...(boxes.get(to) ?? []).slice(1 - mostKept), envelope]);
    },
  };
  return {
    messages,
    /** What an address got, newest last. */
    box: (address: string): readonly Envelope[] => boxes.get(address) ?? [],
  };
}
