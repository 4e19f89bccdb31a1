import { createHash } from 'node:crypto';
import { createBoundedStore, type Clock } from '../bounded-store.ts';
import type { SignedIn } from '../relying-party.ts';
import type { GuardedForm } from './guarded-form.ts';
import { aboutYouPage } from './pages.ts';

export type AboutYou = GuardedForm<{ name: string }> & {
  /** The name that reviews of this person carry. */
  reviewName(person: SignedIn): string | undefined;
};

/** What customers are called where others read them: little is at stake, so hardly anybody is ever asked. */
export function createAboutYou(clock: Clock): AboutYou {
  const names = createBoundedStore<string>({ clock, most: 10_000, lifetimeMs: 30 * 24 * 3600 * 1000 });
  const reviewName = ({ subject }: SignedIn) => names.get(subject);
  return {
    reviewName,
    path: '/about-you', action: 'profile.edit', title: 'Change your name in reviews',
    why: 'This sign-in is very unlike you, so we check that it is you before anything is changed.',
    fault: 'A name has between 1 and 60 characters.',
    read: ({ name: typed = '' }) => {
      const read = typed.trim();
      return read.length < 1 || read.length > 60 ? undefined : { name: read };
    },
    about: ({ name: wanted }, { subject }) => ({
      resource: {
        type: 'profile', id: 'review-name',
        properties: { name: createHash('sha256').update(`${subject}:${wanted}`).digest('base64url') },
      },
    }),
    perform: ({ name: wanted }, { subject }) => {
      names.set(subject, wanted);
      return 'Your name in reviews was changed.';
    },
    page: (person, waitsUntil, message) => aboutYouPage(person, reviewName(person), waitsUntil, message),
  };
}
