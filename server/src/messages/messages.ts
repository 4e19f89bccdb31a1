import type { Db } from '../storage/index.ts';

/** What can be sent, with the data that its words need. Pages has the words. */
export type Message =
  | { readonly kind: 'code'; readonly code: string; readonly minutes: number; readonly purpose: 'sign-in' | 'sign-up' }
  | { readonly kind: 'no-account'; readonly signUpUrl: string | null }
  | { readonly kind: 'invitation'; readonly link: string; readonly hours: number }
  | { readonly kind: 'credential-changed'; readonly change: 'passkey-added' | 'password-set' | 'totp-added' | 'removed';
    readonly at: string; readonly device: string };

export interface Envelope {
  readonly population: string;
  /** The STORED address of the principal, or, in sign-up, the typed one. */
  readonly to: string;
  readonly locale: string | null;
  readonly message: Message;
  readonly principal?: string;
  readonly run?: string;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Pages gives it; `app` puts the two together. */
export type RenderMail = (envelope: Envelope) => Promise<RenderedMail>;

export interface Messages {
  /** Puts it into the outbox with what it tells of; a worker sends it after the commit, with tries and back-off. */
  queue(tx: Db, envelope: Envelope): Promise<void>;
}
