import { resetWindowHours } from '../../../contract/measures/index.ts';
import type { LoggedEvent } from '../events/index.ts';
import { hour } from '../kernel/index.ts';
import type { KnownPrincipal, Subjects } from './subjects.ts';
import type { TallySheet } from './tally.ts';

type Change = (event: LoggedEvent, known: KnownPrincipal) => Partial<KnownPrincipal>;

/** What an event changes of what is known of its principal. */
const changes: Partial<Record<LoggedEvent['type'], Change>> = {
  'principal.created': ({ at, open }) => ({ createdAt: at, isPerson: open['kind'] === 'person', isActive: true }),
  'principal.suspended': () => ({ isActive: false }),
  'principal.reactivated': () => ({ isActive: true }),
  'session.started': ({ at }, { signedInAt }) => ({ signedInAt: latest(at, signedInAt) }),
  'credential.bound': () => ({ hadCredential: true }),
  'credential.removed': ({ at, open }, { resetAt }) => (
    open['kind'] === 'password' && open['reason'] === 'replaced' ? { resetAt: latest(at, resetAt) } : {}),
  'principal.recovered': ({ at }, { resetAt }) => ({ resetAt: latest(at, resetAt) }),
};

/** Counts what only makes sense with what happened to the same principal before, in the order of the log. */
export function countPrincipal(event: LoggedEvent, principals: Subjects<KnownPrincipal>, sheet: TallySheet): void {
  const { population, principal } = event;
  if (population === null || principal === null) return;
  if (event.type === 'principal.erased') {
    principals.forget(population, principal);
    return;
  }
  const known = principals.get(population, principal);
  if (event.type === 'invitation.issued' && known?.hadCredential) sheet.add(population, event.at, 'help-desk.reset');
  if (wentThrough(event, 'payout.change') && followsReset(event, known)) {
    sheet.add(population, event.at, 'reset-then-payout');
  }
  const before = known ?? unknown(population, principal);
  const change = changes[event.type]?.(event, before) ?? {};
  if (Object.keys(change).length > 0) principals.put({ ...before, ...change });
}

/** Allowed at once, with a notice or without (also after a challenge, when the application asks again), or done after its delay. */
function wentThrough({ type, open }: LoggedEvent, action: string): boolean {
  if (open['action'] !== action) return false;
  if (type === 'decision.settled') return open['response'] === 'delay' && open['outcome'] === 'executed';
  return type === 'decision.made' && (open['response'] === 'allow' || open['response'] === 'notify');
}

function followsReset({ at }: LoggedEvent, known: KnownPrincipal | undefined): boolean {
  if (!known?.resetAt) return false;
  const since = at.getTime() - known.resetAt.getTime();
  return since >= 0 && since <= resetWindowHours * hour;
}

const latest = (a: Date, b: Date | null): Date => (b && b > a ? b : a);

const unknown = (population: string, principal: string): KnownPrincipal => ({
  population, principal, isPerson: false, isActive: false, createdAt: null, signedInAt: null, hadCredential: false,
  resetAt: null,
});
