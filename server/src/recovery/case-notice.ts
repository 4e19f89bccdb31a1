import type { Message } from '../../../contract/messages.ts';
import { allPlaces } from '../directory/index.ts';
import type { Db } from '../storage/index.ts';
import type { RecoveryDeps } from './recovery-deps.ts';
import type { RecoveryCase } from './recovery.ts';

type Stage = Extract<Message, { kind: 'recovery' }>['stage'];

/**
 * Tells every proved address and number of the account (SP 800-63B-4 §4.2.3), with a link that stops it. Returns how
 * many.
 */
export async function tellOwner(
  deps: RecoveryDeps, tx: Db, each: RecoveryCase, stage: Stage, now: Date,
): Promise<number> {
  const { population, principal } = each;
  const [{ issuer }, identifiers] = await Promise.all([
    deps.policies.population(population), deps.directory.identifiers(tx, each),
  ]);
  const base = issuer.replace(/\/$/, '');
  const places = allPlaces(identifiers);
  for (const { to, channel } of places) {
    await deps.messages.queue(tx, {
      population, to, channel, locale: each.locale, principal, run: each.run,
      message: {
        kind: 'recovery', stage, at: now.toISOString(), device: each.device,
        dueAt: each.dueAt?.toISOString() ?? null,
        cancelLink: stage === 'finished' ? null : `${base}${cancelPath(deps, each)}`,
        resumeLink: stage === 'ready' ? `${base}/recover` : null,
      },
    });
  }
  return places.length;
}

/** Below the issuer. The link is sealed, not stored, so that each notice has one that works. */
export function cancelPath({ links }: Pick<RecoveryDeps, 'links'>, { population, id }: RecoveryCase): string {
  return `/stop-recovery/${links.seal(population, Buffer.from(id, 'utf8')).toString('base64url')}`;
}

/** The id of the case that a link names; undefined for one that isn't ours. */
export function caseOfLink({ links }: Pick<RecoveryDeps, 'links'>, population: string, token: string): string | undefined {
  try {
    return links.open(population, Buffer.from(token, 'base64url')).toString('utf8');
  } catch {
    return undefined;
  }
}
