import type { Principal } from '../../directory/index.ts';
import { samePrincipal, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { RunView } from '../step.ts';
import { noticeToOwner } from './credential-notice.ts';
import type { StepServices } from './step-services.ts';
import { isStillTheirs } from './telephone.ts';

/**
 * Who has a number that was just proved in this run. An account that nobody has proved it for in too long loses it, and
 * nothing else: whoever holds the number now is most likely a new customer of its operator, and gets no account by it.
 * The account's other addresses are told. `except` is whoever proves it.
 */
export async function numberHolder(
  tx: Db, services: Pick<StepServices, 'directory' | 'messages'>, run: RunView, number: string, except?: PrincipalRef,
): Promise<Principal | undefined> {
  const { directory } = services;
  const found = await directory.findByIdentifier(tx, run.population, number);
  if (!found || (except && samePrincipal(found, except))) return found;
  const own = (await directory.identifiers(tx, found))
    .find(({ kind, value }) => kind === 'phone' && directory.readPhone(value)?.number === number);
  if (!own || isStillTheirs(run, own)) return found;
  await directory.removeIdentifier(tx, found, { kind: 'phone', value: number, reason: 'recycled', actor: { kind: 'system' } });
  await noticeToOwner(tx, services, found, { change: 'phone-removed', at: run.now, device: '', locale: found.locale });
  return undefined;
}
