import type { Message } from '../../messages/index.ts';
import type { Db } from '../../storage/index.ts';
import { isFoundation } from '../run-facts.ts';
import type { RunView } from '../step.ts';
import type { StepServices } from './step-services.ts';

type Change = Extract<Message, { kind: 'credential-changed' }>['change'];

/**
 * Tells every proved address that a credential was bound (SP 800-63B-4 §4.1.2.1, §4.6), unless the account is only
 * being made. Another invitation to an account that is in use already makes nothing: its owner is told.
 */
export async function noticeBinding(
  tx: Db, services: Pick<StepServices, 'directory' | 'credentials' | 'messages'>, run: RunView, principal: string,
  change: Change,
): Promise<void> {
  const { directory, messages } = services;
  if (isFoundation(run.facts) && !await wasUsable(tx, services, run, principal)) return;
  const identifiers = await directory.identifiers(tx, { population: run.population, principal });
  for (const { value } of identifiers.filter((each) => each.kind === 'email' && each.verifiedAt !== null)) {
    await messages.queue(tx, {
      population: run.population, to: value, locale: run.locale, principal, run: run.id,
      message: { kind: 'credential-changed', change, at: run.now.toISOString(), device: run.userAgent },
    });
  }
}

/** Whether somebody could come in by a credential from before this run's invitation. */
async function wasUsable(
  tx: Db, { credentials }: Pick<StepServices, 'credentials'>, { population, facts }: RunView, principal: string,
): Promise<boolean> {
  const invited = facts.proofs.find((proof) => proof.kind === 'invitation');
  if (!invited) return false;
  const held = await credentials.list(tx, { population, principal });
  return held.some(({ boundAt }) => boundAt < invited.at);
}
