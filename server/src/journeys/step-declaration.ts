import type { Acr, Channel, CredentialKind } from '../../../contract/events/index.ts';

/** Credentials that an account can have, as `has.*` tells them. */
export const holdings = ['passkey', 'password', 'totp', 'recovery-code'] as const;
export type Holding = (typeof holdings)[number];

/** Something that a way takes besides a credential: the mail of the account's address, its telephone, or a one-time link. */
export type Means = Holding | 'mailbox' | 'phone' | 'link';

/** What leaving a step by an exit means: for what the run has proved, for what the account has, and who can leave so. */
export interface ExitEffect {
  readonly proves?: CredentialKind;
  /** Gone only by somebody who has this at hand. */
  readonly needs?: Means;
  /** Not offered any more once this was proved. */
  readonly unless?: CredentialKind;
  /** Left by without a screen where no other exit is offered. */
  readonly otherwise?: true;
  /** Some leave by it without a screen, whatever else is offered to others. */
  readonly unasked?: true;
  /** Binds this; it counts as proved only while the account is being founded, as the steps hold it. */
  readonly binds?: Holding;
  /** Gives the account another way to be reached, which takes as much as binding a credential. */
  readonly adds?: 'contact';
  /** Makes the account. */
  readonly creates?: true;
  /** The run is about nobody from here on, and what was proved is dropped. */
  readonly forgets?: true;
  /** What was proved by this no longer counts. */
  readonly drops?: CredentialKind;
  /** Somebody has said who they are. */
  readonly identifies?: true;
  /** From here on an identity upstream waits to be linked (true), or none does any more (false). */
  readonly pending?: boolean;
  /** Links the identity that waits, which takes as much as binding a credential. */
  readonly links?: true;
  /** Settled by what somebody else answers: the person only chooses to ask them. */
  readonly answered?: true;
  /** Not for the person to choose: gone where the address has an account already, or has none. */
  readonly account?: 'known' | 'new';
  /** Taken only where the action that the step asks about has a response of this sort. */
  readonly respondedBy?: 'challenge' | 'delay' | 'review';
  /** What that response names has to be shown from here on; once it was, the exit isn't taken again. */
  readonly challenges?: true;
  /** Offered only where this setting of the step is true. */
  readonly offeredBy?: string;
  /** Where this setting of the step is given, some leave by this exit unasked: its others are none to count on. */
  readonly passesBy?: string;
  /** Offered only where the run has to prove no more than this. */
  readonly upTo?: Acr;
  /** Where not all channels of the step offer it. */
  readonly channels?: readonly Channel[];
}

/**
 * How a step can fail. `wrong`: what was shown isn't right, and is asked for again. `throttled`: too many tries, wait.
 * `expired`: it came too late. `undelivered`: a message may never arrive. `unsupported`: browser or device can't do it.
 * `refused`: whoever has proved too little for it is let by, or the run goes no further.
 */
export type StepFailure = 'wrong' | 'throttled' | 'expired' | 'undelivered' | 'unsupported' | 'refused';

/** So many parts may be inside one another; a plan refuses more, and such as come back to themselves. */
export const mostCalls = 5;

/** What a step says of itself, so that a plan can prove journeys without running them. */
export interface StepDeclaration {
  /** One sentence for whoever builds a journey: what it does for the person. */
  readonly about: string;
  /** What each exit brings about; one that isn't named only leads on. */
  readonly effects: Readonly<Record<string, ExitEffect>>;
  /** Channels in which the step can run; a run on another one would be stuck at it. */
  readonly channels: readonly Channel[];
  readonly fails: readonly StepFailure[];
  /** What it takes is a restricted authenticator (SP 800-63B-4 §3.2.9): there has to be another one besides. */
  readonly restricted?: true;
  /** The setting that names the part which the step goes through; it leaves by `done` or `refused` as that ends. */
  readonly calls?: string;
  /** The setting that names the action at whose checkpoint the step asks. */
  readonly asks?: string;
}

/** Nothing is typed or shown that others could see or keep. */
export const anywhere: readonly Channel[] = ['web', 'native', 'email', 'kiosk', 'support-desk'];
/** The person has a screen before them; it may be one that others use as well, or an agent's. */
export const atAnyScreen: readonly Channel[] = ['web', 'native', 'kiosk', 'support-desk'];
/** The person types for themselves what is worth nothing afterwards. */
export const byOneself: readonly Channel[] = ['web', 'native', 'kiosk'];
/** A secret that lasts, or the person's own authenticator: on a device of theirs only. */
export const onOwnDevice: readonly Channel[] = ['web', 'native'];
