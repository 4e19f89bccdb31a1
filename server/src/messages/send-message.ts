import { LimenError } from '../kernel/index.ts';
import { pauseAfter } from './delivery-plan.ts';
import type { MessageWorkerDeps } from './message-worker.ts';
import { UndeliverableMail } from './messages.ts';
import { openMessage, postponeMessage, settleMessage, type ClaimedMessage } from './outbox-store.ts';

/**
 * One try at a message that this worker has claimed. Its end is written after the mail server took it over, so a crash
 * between the two sends it once more: a code that comes twice does less harm than one that never comes. Both copies
 * bear one Message-ID, by which many mailboxes show them as one.
 */
export async function sendMessage(deps: MessageWorkerDeps, message: ClaimedMessage): Promise<void> {
  const { clock, log, random } = deps;
  if (clock() >= message.expiresAt) return giveUp(deps, message);
  try {
    await deliver(deps, message);
  } catch (error) {
    const pause = pauseAfter(message.attempt, random);
    const next = new Date(clock().getTime() + (pause ?? 0));
    const final = pause === undefined || next >= message.expiresAt || isFinal(error);
    log.warn({ err: error, message: message.id, kind: message.kind, attempt: message.attempt, final },
      'a message could not be sent');
    return final ? giveUp(deps, message) : tryLater(deps, message, next);
  }
  await deps.database.transaction(async (tx) => {
    if (!await settleMessage(tx, message, 'sent', clock())) return;
    await deps.events.append(tx, {
      type: 'message.sent', ...whatOf(message), open: { kind: message.kind, attempt: message.attempt },
    });
  });
}

async function deliver(
  { sealer, render, transport, clock }: MessageWorkerDeps, message: ClaimedMessage,
): Promise<void> {
  const envelope = openMessage(sealer, message);
  const mail = await render(envelope);
  await transport.send({
    ...mail, id: message.id, population: message.population, kind: message.kind, to: envelope.to, at: clock(),
  });
}

async function giveUp({ database, events, clock }: MessageWorkerDeps, message: ClaimedMessage): Promise<void> {
  await database.transaction(async (tx) => {
    if (!await settleMessage(tx, message, 'failed', clock())) return;
    await events.append(tx, {
      type: 'message.failed', ...whatOf(message), open: { kind: message.kind, attempt: message.attempt, final: true },
    });
  });
}

async function tryLater({ database, events }: MessageWorkerDeps, message: ClaimedMessage, next: Date): Promise<void> {
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
