import type { FollowUpKind } from '../../../contract/decision-record.ts';
import type { EventLog, LoggedEvent } from '../events/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { insertFollowUp } from './follow-up-store.ts';
import { labelReset } from './label-decision.ts';

type Told = { readonly kind: FollowUpKind; readonly what: unknown; readonly code?: unknown };

/** What the log says of a challenge on its way. */
const followed: Partial<Record<LoggedEvent['type'], (open: LoggedEvent['open']) => Told | undefined>> = {
  'run.step_entered': ({ kind }) => ({ kind: 'shown', what: kind }),
  'run.step_left': ({ kind, exit }) => (typeof exit === 'string' && otherWays.has(exit) ? { kind: 'switched', what: kind, code: exit } : undefined),
  'run.moved': () => ({ kind: 'moved', what: null }),
  'run.refused': ({ reason }) => ({ kind: 'refused', what: null, code: reason }),
  'run.expired': ({ step }) => ({ kind: 'expired', what: step }),
  'credential.accepted': ({ kind }) => ({ kind: 'passed', what: kind }),
  'credential.refused': ({ kind, reason }) => ({ kind: 'failed', what: kind, code: reason }),
  'credential.throttled': ({ kind }) => ({ kind: 'failed', what: kind, code: 'throttled' }),
};
/** Steps that ask for something; others only decide where to go. */
const asking = [
  'passkey', 'password', 'totp', 'email-code', 'email-link', 'sms-code', 'recovery-code', 'federate', 'choose-method', 'approve', 'wait',
];
const asks: ReadonlySet<unknown> = new Set(asking);
/** Exits by which somebody leaves one proof for another. */
const otherWays: ReadonlySet<string> = new Set(['other-way', 'lost', 'forgot', ...asking]);

/**
 * Writes what became of decisions beside them, from the log: what happened to a challenge, and the reset that
 * says later that it may have been somebody else. The same event may come twice.
 */
export function followDecisions(
  deps: Pick<CheckpointsDeps, 'database' | 'clock' | 'policies'> & { readonly events: Pick<EventLog, 'append' | 'appendGrouped' | 'subscribe'> },
): void {
  const { database, events } = deps;
  events.subscribe({
    name: 'checkpoints-decisions',
    types: [...Object.keys(followed) as LoggedEvent['type'][], 'principal.recovered', 'credential.removed'],
    handle: async (batch) => {
      for (const { population, principal, ...event } of batch) {
        if (population === null || principal === null) continue;
        const ref = { population, principal };
        if (isReset(event)) await database.transaction((tx) => labelReset(deps, tx, ref, event.at));
        const told = followed[event.type]?.(event.open);
        if (!told || event.run === null || (told.kind === 'shown' && !asks.has(told.what))) continue;
        await insertFollowUp(database.db, {
          ...ref, run: event.run, client: event.client, event: event.id, at: event.at, kind: told.kind, what: text(told.what), code: text(told.code),
        });
      }
    },
  });
}

/** The account was given back, or a way in was taken out by its owner or in their name. */
function isReset({ type, open: { reason, kind } }: Pick<LoggedEvent, 'type' | 'open'>): boolean {
  return type === 'principal.recovered' || (type === 'credential.removed' && kind !== 'recovery-code' && resets.has(reason));
}
const resets: ReadonlySet<unknown> = new Set(['reported', 'recovered', 'replaced', 'replaces-lost']);

const text = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 120) : null);
