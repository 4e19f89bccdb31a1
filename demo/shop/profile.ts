import { createHash } from 'node:crypto';
import { createBoundedStore, type Clock } from '../bounded-store.ts';
import type { SignedIn } from '../relying-party.ts';
import type { GuardedForm } from './guarded-form.ts';
import { profilePage } from './pages.ts';

export type Profiles = GuardedForm<{ address: string }> & {
  /** Where parcels go now. */
  address(person: SignedIn): string | undefined;
};

/** Addresses that parcels are sent to. */
export function createProfiles(clock: Clock): Profiles {
  const addresses = createBoundedStore<string>({ clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 });
  const address = ({ subject }: SignedIn) => addresses.get(subject);
  return {
    address,
    path: '/profile', action: 'address.change', title: 'Change delivery address',
    why: 'You are in a browser that we don\'t know yet, so we check that it is you before parcels go elsewhere.',
    fault: 'An address has between 5 and 200 characters.',
    read: ({ address: typed = '' }) => {
      const read = typed.trim();
      return read.length < 5 || read.length > 200 ? undefined : { address: read };
    },
    about: ({ address: wanted }, { subject }) => ({
      resource: {
        type: 'profile', id: 'own',
        properties: { address: createHash('sha256').update(`${subject}:${wanted}`).digest('base64url') },
      },
    }),
    perform: ({ address: wanted }, { subject }) => {
      addresses.set(subject, wanted);
      return 'Your delivery address was changed.';
    },
    page: (person, waitsUntil, message) => profilePage(person, address(person), waitsUntil, message),
  };
}
