import type { Actor } from '../../../contract/events/index.ts';
import { fail, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { deleteAttribute } from './attribute-store.ts';
import { lockPrincipal } from './create-principal.ts';
import type { DirectoryDeps } from './directory-deps.ts';
import { canonicalLocale, displayNameOf } from './identifier.ts';
import { updateProfile } from './principal-store.ts';

/** What is to be changed; null takes it away, what isn't named stays. */
export interface ProfileChange {
  readonly displayName?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
}

interface Cause {
  readonly actor: Actor;
  readonly session?: string;
  readonly run?: string;
}

const timeZones: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

/** Sets what people set for themselves. The event names what it was and never its value. */
export async function changeProfile(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, change: ProfileChange, { actor, session, run }: Cause,
): Promise<void> {
  const now = await lockPrincipal(tx, ref);
  const next = {
    displayName: set(change.displayName, now.displayName, displayNameOf, 'displayName'),
    locale: set(change.locale, now.locale, canonicalLocale, 'locale'),
    timeZone: set(change.timeZone, now.timeZone, (zone) => (timeZones.has(zone) ? zone : undefined), 'timeZone'),
  };
  const changed = (['displayName', 'locale', 'timeZone'] as const).filter((name) => next[name] !== now[name]);
  if (changed.length === 0) return;
  await updateProfile(tx, ref, next);
  await deps.events.append(tx, {
    type: 'principal.profile_changed', ...ref, actor, ...(session === undefined ? {} : { session }),
    ...(run === undefined ? {} : { run }), open: { fields: [...changed] },
  });
}

function set(
  wanted: string | null | undefined, now: string | null, usable: (text: string) => string | undefined, at: string,
): string | null {
  if (wanted === undefined) return now;
  if (wanted === null) return null;
  return usable(wanted) ?? fail('request.invalid', { faults: [{ at, problem: 'is not usable' }] });
}

/** Forgets what somebody takes back. */
export async function withdrawAttribute(
  deps: DirectoryDeps, tx: Db, ref: PrincipalRef, name: string, { actor, session, run }: Cause,
): Promise<void> {
  await lockPrincipal(tx, ref);
  if (!await deleteAttribute(tx, ref, name)) return;
  await deps.events.append(tx, {
    type: 'attribute.withdrawn', ...ref, actor, ...(session === undefined ? {} : { session }),
    ...(run === undefined ? {} : { run }), open: { attribute: name },
  });
}
