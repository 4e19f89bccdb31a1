/** The pages of the signed-in person about their own account: data that the server fills and pages draws. */
import { z } from 'zod';
import type { CredentialKind } from './events/index.ts';
import type { Branding } from './policy/index.ts';

export interface OwnSession {
  readonly id: string;
  /** Browser and system in words; null where they were not recognised. */
  readonly device: string | null;
  /** The one that looks at the page. */
  readonly isThis: boolean;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
}

export interface OwnCredential {
  readonly id: string;
  readonly kind: CredentialKind;
  readonly label: string | null;
  readonly boundAt: Date;
  readonly lastUsedAt: Date | null;
  /** False for what the account can't be opened without. */
  readonly removable: boolean;
}

export type AccountPage =
  | {
    readonly page: 'overview';
    readonly displayName: string | null;
    readonly identifiers: readonly string[];
    readonly sessions: readonly OwnSession[];
    readonly credentials: readonly OwnCredential[];
    /** Recovery codes that can still be used. */
    readonly codesLeft: number;
    /** Whether a recovery here would ask trusted contacts, so that naming some helps. */
    readonly hasContacts: boolean;
  }
  | { readonly page: 'remove'; readonly credential: OwnCredential }
  | { readonly page: 'make-codes'; readonly codesLeft: number }
  | {
    readonly page: 'contacts';
    readonly contacts: readonly { readonly id: string; readonly address: string; readonly state: 'asked' | 'accepted' }[];
    readonly mayAdd: boolean;
  }
  /** The one time that they are shown. */
  | { readonly page: 'codes'; readonly codes: readonly string[] };

/** What has just been done, or not; a page says it once. */
export const accountNews = z.enum([
  'session-ended', 'sessions-ended', 'removed', 'not-confirmed', 'last-way', 'contact-asked', 'contact-removed', 'contact-refused',
]);
export type AccountNews = z.infer<typeof accountNews>;

export interface AccountFrame {
  readonly page: AccountPage;
  readonly news?: AccountNews;
  /** The path of the account's first page; the others are below it. */
  readonly base: string;
  /** Sent back by every form. */
  readonly formToken: string;
  readonly population: { readonly slug: string; readonly kind: 'customer' | 'workforce' | 'workload' };
  readonly branding: Branding;
  /** BCP 47. */
  readonly locale: string;
}

const formToken = z.string().max(100);
export const endSessionForm = z.object({ formToken, session: z.string().max(60) });
export const nameContactForm = z.object({ formToken, address: z.string().trim().min(3).max(254) });
export const removeContactForm = z.object({ formToken, contact: z.uuid() });
export const accountForm = z.object({ formToken });
