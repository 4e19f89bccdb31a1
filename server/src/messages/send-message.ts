import type { EventLog } from '../events/index.ts';
import { LimenError, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { pauseAfter } from './delivery-plan.ts';
import {
  UndeliverableMail, type Envelope, type PayloadSealer, type RenderMail, type RenderText, type TextTransport, type Transport,
} from './messages.ts';
import { openMessage, postponeMessage, settleMessage, type ClaimedMessage } from './outbox-store.ts';

/** What one try needs. */
export interface SendingDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly events: Pick<EventLog, 'append'>;
  readonly sealer: PayloadSealer;
  readonly render: RenderMail;
  readonly transport: Transport;
  /** Without it every text is given up. */
  readonly texts?: { readonly render: RenderText; readonly transport: TextTransport };
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
}

/**
 * One try at a message that this worker has claimed. Its end is written after the mail server took it over, so a crash
 * between the two sends it once more: a code that comes twice does less harm than one that never comes. Both copies
 * bear one Message-ID, by which many mailboxes show them as one.
 */
export async function sendMessage(deps: SendingDeps, message: ClaimedMessage): Promise<void> {
  const { clock, log, random } = deps;
  if (clock() >= message.expiresAt) return giveUp(deps, message);
  let delivered: boolean;
  try {
    delivered = await deliver(deps, message);
  } catch (error) {
    const pause = pauseAfter(message.attempt, random);
    const next = new Date(clock().getTime() + (pause ?? 0));
    const final = pause === undefined || next >= message.expiresAt || isFinal(error);
    log.warn({ err: error, message: message.id, kind: message.kind, attempt: message.attempt, final },
      'a message could not be sent');
    return final ? giveUp(deps, message) : tryLater(deps, message, next);
  }
  await deps.database.transaction(async (tx) => {
    if (!await settleMessage(tx, message, delivered ? 'sent' : 'withheld', clock())) return;
    await deps.events.append(tx, delivered
      ? { type: 'message.sent', ...whatOf(message), open: { kind: message.kind, attempt: message.attempt } }
      : { type: 'message.withheld', ...whatOf(message), open: { kind: message.kind } });
  });
}

/** False for what is not to leave the house. */
async function deliver(deps: SendingDeps, message: ClaimedMessage): Promise<boolean> {
  const { sealer, render, transport, clock } = deps;
  const envelope = openMessage(sealer, message);
  if (envelope.channel === 'sms') return deliverText(deps, message, envelope);
  const mail = await render(envelope);
  await transport.send({
    ...mail, id: message.id, population: message.population, kind: message.kind, to: envelope.to, at: clock(),
  });
  return true;
}

/**
 * A number that nobody has proved here gets no text: each one costs, and who types numbers to sign in with could have
 * any telephone rung. It takes the same way up to here, so that nobody can tell from the time which numbers are known.
 */
async function deliverText({ texts, clock }: SendingDeps, message: ClaimedMessage, envelope: Envelope): Promise<boolean> {
  if (envelope.message.kind === 'no-account') return false;
  if (!texts) throw new UndeliverableMail('no gateway for texts is set (LIMEN_SMS_URL)');
  const text = await texts.render(envelope);
  await texts.transport.send({ id: message.id, population: message.population, kind: message.kind, to: envelope.to, text, at: clock() });
  return true;
}

async function giveUp({ database, events, clock }: SendingDeps, message: ClaimedMessage): Promise<void> {
  await database.transaction(async (tx) => {
    if (!await settleMessage(tx, message, 'failed', clock())) return;
    await events.append(tx, {
      type: 'message.failed', ...whatOf(message), open: { kind: message.kind, attempt: message.attempt, final: true },
    });
  });
}

async function tryLater({ database, events }: SendingDeps, message: ClaimedMessage, next: Date): Promise<void> {
  await database.transaction(async (tx) => {
    if (!await postponeMessage(tx, message, next)) return;
    await events.append(tx, {
      type: 'message.failed', ...whatOf(message), open: { kind: message.kind, attempt: message.attempt, final: false },
    });
  });
}

/** What can't be unsealed now never can be; a mail refused for good stays refused. */
function isFinal(error: unknown): boolean {
  return error instanceof UndeliverableMail || (error instanceof LimenError && error.code === 'keys.unreadable');
}

const whatOf = ({ population, principal, run }: ClaimedMessage) => ({
  population, actor: { kind: 'system' } as const,
  ...(principal === undefined ? {} : { principal }), ...(run === undefined ? {} : { run }),
});
