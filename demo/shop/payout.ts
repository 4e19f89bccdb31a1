import { createHash } from 'node:crypto';
import { createBoundedStore, type Clock } from '../bounded-store.ts';
import type { SignedIn, SignInWish } from '../relying-party.ts';
import { askDecision, type DecisionPoint } from './ask-decision.ts';

/** A change on its way. */
export interface PayoutChange {
  readonly iban: string;
  /** What the person has to show first. */
  readonly wish?: SignInWish;
  /** When it may go on by itself. */
  readonly until?: Date;
}

/** Where a change stands after the decision point was asked about it. */
export type PayoutState = 'changed' | 'confirm' | 'waits' | 'stopped' | 'recovered' | 'refused';

export interface Payouts {
  /** Where the money goes now. */
  account(person: SignedIn): string | undefined;
  /** The change that was begun and is not done. */
  open(person: SignedIn): PayoutChange | undefined;
  /** Asks about a change, and makes it where the answer is yes. */
  change(person: SignedIn, iban: string): Promise<PayoutState>;
}

/** Accounts that money is paid out to. None changes unless the decision point said yes to that very change. */
export function createPayouts(point: DecisionPoint, clock: Clock): Payouts {
  const lasting = { clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 };
  const accounts = createBoundedStore<string>(lasting);
  const changes = createBoundedStore<PayoutChange>(lasting);
  return {
    account: ({ subject }) => accounts.get(subject),
    open: ({ subject }) => changes.get(subject),
    change: async ({ subject, sid }, iban) => {
      const account = createHash('sha256').update(`${subject}:${iban}`).digest('base64url');
      const decision = await askDecision(point, sid ?? '', account);
      changes.take(subject);
      switch (decision.kind) {
        case 'go-on':
          accounts.set(subject, iban);
          return 'changed';
        case 'confirm':
          changes.set(subject, { iban, wish: decision.wish });
          return 'confirm';
        case 'wait':
          changes.set(subject, { iban, until: decision.until });
          return 'waits';
        case 'refused':
          if (decision.codes.includes('cancelled')) return 'stopped';
          return decision.codes.includes('recovered-lately') ? 'recovered' : 'refused';
      }
    },
  };
}
