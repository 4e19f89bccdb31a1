/** The pages of the signed-in person about their own account: data that the server fills and pages draws. */
import { z } from 'zod';
import type { CredentialKind, EventType } from './events/index.ts';
import type { DecisionResponse } from './decision-words.ts';
import type { PersonReason } from './person-reasons.ts';
import type { Brand } from './policy/index.ts';
import { line, type NoticeCode } from './screens/screen.ts';

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

/** An address or number that codes and news go to. */
export interface OwnPlace {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  /** False for the last one, and for what the account can't be opened without. */
  readonly removable: boolean;
}

/** An application that waits for a word of the person whether it is them. */
export interface OwnRequest {
  readonly id: string;
  readonly application: string;
  readonly askedAt: Date;
}

/** What somebody let an application of another organisation have. */
export interface OwnConnection {
  readonly client: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly since: Date;
}

export interface OwnReceipt {
  readonly text: string;
  readonly version: string;
  readonly acceptedAt: Date;
}

/** Something that the operator asks people about themselves. */
export interface OwnField {
  /** What the form calls it. */
  readonly name: string;
  readonly attribute: string;
  readonly type: 'text' | 'number' | 'date';
  readonly label: string;
  readonly purpose: string;
  readonly required: boolean;
  readonly value: string;
  /** What is on file and can be taken back; null where nothing is, or where it has to be told. */
  readonly kept: string | null;
}

/** What people see and set of themselves; empty where nothing is on file. */
export interface OwnProfile {
  readonly displayName: string;
  /** False where the organisation says what somebody is called. */
  readonly mayName: boolean;
  readonly locale: string;
  readonly timeZone: string;
  readonly addresses: readonly string[];
  readonly mayChangeAddress: boolean;
  readonly fields: readonly OwnField[];
  /** Told once, and asked no more. */
  readonly others: readonly { readonly attribute: string; readonly value: string; readonly purpose: string }[];
}

export interface ProfileFault {
  readonly code: NoticeCode;
  readonly field: string;
}

/** What happened in an account, as its owner is told: the events that tell them something, and no other. */
export const ownActivities = [
  'session.started', 'session.ended', 'credential.bound', 'credential.removed', 'credential.throttled', 'principal.recovered',
  'recovery.opened', 'recovery.closed',
  'identifier.verified', 'identifier.dropped', 'consent.given', 'consent.withdrawn', 'report.not_me',
  'principal.checked_up', 'principal.profile_changed', 'principal.deletion_requested', 'principal.deletion_cancelled', 'principal.exported',
  'decision.made',
] as const satisfies readonly EventType[];

export interface OwnActivity {
  readonly id: string;
  readonly at: Date;
  readonly what: (typeof ownActivities)[number];
  /** The application's or the credential's name, or the device's; null where there is none to tell. */
  readonly about: string | null;
  /** The session that began, while it lives: it can be ended from here. */
  readonly session: string | null;
  /** How a decision came out, and why; of what simply went on nothing is told. */
  readonly decided?: { readonly response: Exclude<DecisionResponse, 'allow'>; readonly because: readonly PersonReason[] };
}

export interface OwnDeletion {
  readonly askedAt: Date;
  readonly dueAt: Date;
}

export type AccountPage =
  | {
    readonly page: 'overview';
    readonly displayName: string | null;
    readonly identifiers: readonly string[];
    readonly requests: readonly OwnRequest[];
    readonly sessions: readonly OwnSession[];
    readonly credentials: readonly OwnCredential[];
    /** Recovery codes that can still be used. */
    readonly codesLeft: number;
    /** Whether a recovery here would ask trusted contacts, so that naming some helps. */
    readonly hasContacts: boolean;
    /** Set while the account waits to be deleted. */
    readonly deletion: OwnDeletion | null;
    /** Whether people of this population delete their accounts themselves. */
    readonly deletable: boolean;
  }
  /** What opens the account, to be looked through once in a while. */
  | {
    readonly page: 'check-up';
    readonly identifiers: readonly string[];
    readonly credentials: readonly OwnCredential[];
    readonly codesLeft: number;
  }
  | { readonly page: 'activity'; readonly activities: readonly OwnActivity[];
    /** Where the page before this one goes on; null where there is none. */
    readonly earlier: number | null;
    /** The address where somebody says that something was not them. */
    readonly notMe: string }
  | { readonly page: 'connections'; readonly connections: readonly OwnConnection[]; readonly receipts: readonly OwnReceipt[] }
  | ({ readonly page: 'profile'; readonly fault: ProfileFault | null } & OwnProfile)
  /** Which of their addresses is to be another one. */
  | { readonly page: 'address'; readonly addresses: readonly string[]; readonly former: string; readonly typed: string;
    readonly problem: NoticeCode | null }
  /** A code went to it. */
  | { readonly page: 'prove-address'; readonly former: string; readonly address: string; readonly problem: NoticeCode | null }
  | { readonly page: 'export' }
  | { readonly page: 'delete'; readonly days: number }
  | { readonly page: 'remove'; readonly credential: OwnCredential }
  | { readonly page: 'make-codes'; readonly codesLeft: number }
  | {
    readonly page: 'contacts';
    readonly contacts: readonly { readonly id: string; readonly address: string; readonly state: 'asked' | 'accepted' }[];
    readonly mayAdd: boolean;
  }
  | { readonly page: 'reach'; readonly places: readonly OwnPlace[];
    /** What may be added, by a journey of the population's. */
    readonly adds: readonly ('email' | 'phone')[] }
  /** What was asked for waits, or is not done. */
  | { readonly page: 'held'; readonly response: 'delay' | 'review' | 'deny';
    /** Until then it waits, or somebody is to look at it; null where it is not done. */
    readonly until: Date | null;
    readonly because: readonly PersonReason[] }
  /** The one time that they are shown. */
  | { readonly page: 'codes'; readonly codes: readonly string[] };

/** What has just been done, or not; a page says it once. */
export const accountNews = z.enum([
  'session-ended', 'sessions-ended', 'removed', 'looked-through', 'not-confirmed', 'last-way', 'disconnected',
  'deletion-asked', 'deletion-cancelled',
  'contact-asked', 'contact-removed', 'contact-refused', 'place-removed', 'place-last',
  'profile-saved', 'address-changed', 'confirmed',
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
  readonly branding: Brand;
  /** BCP 47. */
  readonly locale: string;
}

const formToken = z.string().max(100);
export const endSessionForm = z.object({ formToken, session: z.string().max(60) });
export const nameContactForm = z.object({ formToken, address: z.string().trim().min(3).max(254) });
export const removeContactForm = z.object({ formToken, contact: z.uuid() });
export const removePlaceForm = z.object({ formToken, kind: z.enum(['email', 'phone']), value: z.string().min(3).max(254) });
export const connectionForm = z.object({ formToken, client: z.string().max(100) });
export const profileForm = z.object({
  formToken, displayName: line(120).optional(), locale: line(35).optional(), timeZone: line(60).optional(),
}).catchall(line(200));
export const takeBackForm = z.object({ formToken, attribute: z.string().max(40) });
export const addressForm = z.object({ formToken, former: z.string().max(254), address: line(254) });
export const proveAddressForm = z.object({ formToken, former: z.string().max(254), address: line(254), code: z.string().max(20) });
export const accountForm = z.object({ formToken });
