import type { Message, MessageKind, MessageOf } from '../../../contract/messages.ts';
import type { Brand } from '../../../contract/policy/index.ts';
import type { Locale } from '../locale.ts';
import type { Say } from '../say.ts';

/** A mail as parts, from which its text and its HTML are made: so they can't say different things. */
export type MailPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'action'; readonly label: string; readonly address: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [term: string, value: string])[] };

export interface Mail {
  readonly subject: string;
  readonly parts: readonly MailPart[];
}

/** What stands around the parts of every mail. */
export interface MailAround {
  readonly greeting: string;
  /** The operator's, where the look has one. */
  readonly signature?: string | undefined;
  readonly footer: string;
}

export interface MailContext {
  readonly say: Say;
  readonly locale: Locale;
  readonly branding: Brand;
  /** Where it goes; names the account in notices. */
  readonly to: string;
  /** Where its reader says that they didn't do what it tells of. */
  readonly reportUrl?: string;
}

export type WriteMail<Kind extends MessageKind> = (message: MessageOf<Kind>, context: MailContext) => Mail;
export type MailWriters = { readonly [Kind in Message['kind']]: WriteMail<Kind> };

export const text = (words: string): MailPart => ({ kind: 'text', text: words });
