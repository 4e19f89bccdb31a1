import { createHash } from 'node:crypto';
import { createBoundedStore, type Clock } from '../bounded-store.ts';
import type { SignedIn } from '../relying-party.ts';
import type { GuardedForm } from './guarded-form.ts';
import { readIban } from './iban.ts';
import { payoutPage } from './pages.ts';

export type Payouts = GuardedForm<{ iban: string }> & {
  /** Where the money goes now. */
  account(person: SignedIn): string | undefined;
};

/** Accounts that money is paid out to. */
export function createPayouts(clock: Clock): Payouts {
  const accounts = createBoundedStore<string>({ clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 });
  const account = ({ subject }: SignedIn) => accounts.get(subject);
  return {
    account,
    path: '/payout', action: 'payout.change', title: 'Change payout account',
    why: 'You are about to change where your money goes, so we check that it is you. It takes half a minute.',
    fault: 'This is not an IBAN.',
    read: ({ iban = '' }) => {
      const read = readIban(iban);
      return read === undefined ? undefined : { iban: read };
    },
    // Nobody else needs to know the account; a digest is enough for a yes to be for no other.
    about: ({ iban }, { subject }) => ({
      resource: {
        type: 'payout-account', id: 'current',
        properties: { account: createHash('sha256').update(`${subject}:${iban}`).digest('base64url') },
      },
    }),
    perform: ({ iban }, { subject }) => {
      accounts.set(subject, iban);
      return 'Your payout account was changed.';
    },
    page: (person, waitsUntil, message) => payoutPage(person, account(person), waitsUntil, message),
  };
}
