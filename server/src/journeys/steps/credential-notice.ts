import type { CredentialKind } from '../../../../contract/events/index.ts';
import type { DoneIn } from '../../../../contract/messages.ts';
import type { Credentials } from '../../credentials/index.ts';
import { allPlaces, newsPlaces, type Directory } from '../../directory/index.ts';
import type { PrincipalRef } from '../../kernel/index.ts';
import type { Message, Messages } from '../../messages/index.ts';
import { deviceLabel } from '../../sessions/index.ts';
import type { Db } from '../../storage/index.ts';
import { isFoundation } from '../run-facts.ts';
import type { RunView } from '../step.ts';
import type { StepServices } from './step-services.ts';

type Binding = keyof typeof kindBound;
type Change = Extract<Message, { kind: 'credential-changed' }>['change'];

export interface CredentialNotice {
  readonly change: Change;
  readonly at: Date;
  /** The browser and system it was done from, in words. */
  readonly device: string;
  /** Null where it isn't known which they read. */
  readonly locale: string | null;
  readonly run?: string;
  /** What was bound, so that the link in the notice stops it. */
  readonly credential?: string;
  readonly doneIn?: DoneIn;
}

const aboutPlaces: ReadonlySet<Change> = new Set(['email-added', 'email-removed', 'phone-added', 'phone-removed']);

/**
 * Tells every proved address of an account what became of a way into it (SP 800-63B-4 §4.2.3, §4.6); a number only where
 * there is no address, but for news of where the account is reached, which go to all that there is.
 */
export async function noticeToOwner(
  tx: Db, { directory, messages }: { directory: Pick<Directory, 'identifiers'>; messages: Pick<Messages, 'queue'> },
  { population, principal }: PrincipalRef, { change, at, device, locale, run, credential, doneIn }: CredentialNotice,
): Promise<void> {
  const identifiers = await directory.identifiers(tx, { population, principal });
  const places = aboutPlaces.has(change) ? allPlaces(identifiers) : newsPlaces(identifiers);
  for (const { to, channel } of places) {
    await messages.queue(tx, {
      population, to, channel, locale, principal, ...(run === undefined ? {} : { run }),
      message: { kind: 'credential-changed', change, at: at.toISOString(), device, ...(credential === undefined ? {} : { credential }), ...(doneIn ? { doneIn } : {}) },
    });
  }
}

/**
 * Tells that a credential was bound (SP 800-63B-4 §4.1.2.1), unless the account is only being made. Another invitation
 * to an account that is in use already makes nothing: its owner is told.
 */
export async function noticeBinding(
  tx: Db, services: Pick<StepServices, 'directory' | 'credentials' | 'messages'>, run: RunView, principal: string,
  change: Binding,
): Promise<void> {
  if (isFoundation(run.facts) && !await wasUsable(tx, services, run, principal)) return;
  const ref = { population: run.population, principal };
  const credential = await newestOf(tx, services, ref, kindBound[change]);
  await noticeToOwner(tx, services, ref, {
    change, ...(credential === undefined ? {} : { credential }), at: run.now, device: deviceLabel(run.userAgent) ?? '', locale: run.locale, run: run.id,
    ...whereDone(run),
  });
}

/** The browser that a run is in, by its mark; one that never had a session brings none. */
export function whereDone({ occasion: { device } }: RunView): { readonly doneIn?: DoneIn } {
  return device === undefined ? {} : { doneIn: { mark: device } };
}

/** What each binding has bound. A link to an identity upstream is no credential of the account, so it has no id. */
const kindBound = {
  'passkey-added': 'passkey', 'password-set': 'password', 'totp-added': 'totp', 'recovery-codes-made': 'recovery-code',
  'federated-linked': 'federated',
} as const satisfies Partial<Record<Change, CredentialKind>>;

/** The id of what was bound last of a kind: in the transaction that binds it, that very one. */
export async function newestOf(
  tx: Db, { credentials }: { credentials: Pick<Credentials, 'list'> }, ref: PrincipalRef, kind: CredentialKind,
): Promise<string | undefined> {
  return (await credentials.list(tx, ref)).findLast((each) => each.kind === kind)?.id;
}

/** Whether somebody could come in by a credential from before this run's invitation. */
export async function wasUsable(
  tx: Db, { credentials }: Pick<StepServices, 'credentials'>, { population, facts }: RunView, principal: string,
): Promise<boolean> {
  const invited = facts.proofs.find((proof) => proof.kind === 'invitation');
  if (!invited) return false;
  const held = await credentials.list(tx, { population, principal });
  return held.some(({ boundAt }) => boundAt < invited.at);
}
