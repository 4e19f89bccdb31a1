import type { Message } from '../../../contract/messages.ts';
import type { Db } from '../storage/index.ts';

export type { Message } from '../../../contract/messages.ts';

export interface Envelope {
  readonly population: string;
  /** The STORED address or number of the principal, or, in sign-up, the typed one. A number is written as E.164. */
  readonly to: string;
  /** By mail where left out. */
  readonly channel?: 'email' | 'sms';
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

/** The same in a few words, for a text message. */
export type RenderText = (envelope: Envelope) => Promise<string>;

export interface Messages {
  /** Puts it into the outbox with what it tells of; a worker sends it after the commit, with tries and back-off. */
  queue(tx: Db, envelope: Envelope): Promise<void>;
}

/** A rendered mail on its way out. The id stays the same over all tries, so that a receiver can tell a repetition. */
export interface OutgoingMail extends RenderedMail {
  readonly id: string;
  readonly population: string;
  readonly kind: Message['kind'];
  readonly to: string;
  readonly at: Date;
}

/** A way out of the house for mail. */
export interface Transport {
  /** Resolves when the other side has taken it over. @throws UndeliverableMail where no further try can help */
  send(mail: OutgoingMail): Promise<void>;
  close(): Promise<void>;
}

/** A rendered text on its way out; its id, too, stays the same over all tries. */
export interface OutgoingText {
  readonly id: string;
  readonly population: string;
  readonly kind: Message['kind'];
  /** E.164, with the plus sign. */
  readonly to: string;
  readonly text: string;
  readonly at: Date;
}

/** A way out of the house for texts. */
export interface TextTransport {
  /** Resolves when the other side has taken it over. @throws UndeliverableMail where no further try can help */
  send(text: OutgoingText): Promise<void>;
}

/**
 * The mail server (RFC 5321 §4.2.1, 5yz) or the gateway refused this message for good: trying again would be answered
 * the same.
 */
export class UndeliverableMail extends Error {}

/** Seals what waits in the outbox. `context` names the row, so that no sealed message can be moved to another. */
export interface PayloadSealer {
  seal(context: string, plain: Buffer): Buffer;
  /** @throws keys.unreadable */
  open(context: string, sealed: Buffer): Buffer;
}
