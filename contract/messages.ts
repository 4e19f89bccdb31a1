/** What can be sent to somebody, with the data that its words need. Pages has the words. */
export type Message =
  | { readonly kind: 'code'; readonly code: string; readonly minutes: number;
    readonly purpose: 'sign-in' | 'sign-up' | 'contact' }
  | { readonly kind: 'link'; readonly link: string; readonly minutes: number; readonly purpose: 'sign-in' | 'sign-up';
    /** The browser and system that asked, in words; empty where they aren't known. */
    readonly device: string;
    /** ISO 8601, UTC. */
    readonly at: string }
  | { readonly kind: 'request'; readonly link: string; readonly minutes: number; readonly application: string;
    /** What the application is for, as it is registered. */
    readonly purpose: string;
    /** ISO 8601, UTC. */
    readonly at: string }
  | { readonly kind: 'screen-let-in'; readonly application: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    /** The browser and system it was done from, in words. */
    readonly device: string }
  | { readonly kind: 'no-account'; readonly signUpUrl: string | null }
  | { readonly kind: 'invitation'; readonly link: string; readonly minutes: number;
    /** The account can be used already: the link is for a factor that was lost. */
    readonly isInUse: boolean }
  | { readonly kind: 'credential-changed'; readonly change: 'passkey-added' | 'password-set' | 'totp-added' | 'removed'
      | 'recovery-codes-made' | 'recovery-code-used' | 'recovery-begun' | 'link-made'
      | 'federated-linked' | 'email-added' | 'contact-added' | 'contact-removed' | 'phone-added' | 'phone-removed' | 'email-removed';
    /** ISO 8601, UTC. */
    readonly at: string;
    /** The browser and system it was done from, in words. */
    readonly device: string;
    /** The id of what was bound: the link in this notice stops it. */
    readonly credential?: string;
    readonly doneIn?: DoneIn }
  | { readonly kind: 'notice';
    /** What happened, in the operator's words and the reader's language. */
    readonly about: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly device: string }
  | { readonly kind: 'recovery';
    /** What became of somebody's wish to get back into the account. */
    readonly stage: 'asked' | 'waiting' | 'ready' | 'finished' | 'refused' | 'cancelled';
    /** ISO 8601, UTC. */
    readonly at: string;
    /** When the wait is over; null where nobody has said yes yet, or none is to come. */
    readonly dueAt: string | null;
    readonly device: string;
    /** Where its reader stops it; null where there is nothing to stop any more. */
    readonly cancelLink: string | null;
    /** Where whoever asked goes on; null but at `ready`. */
    readonly resumeLink: string | null }
  | { readonly kind: 'contact';
    /** To be a trusted contact, or to say as one that it is the owner who asks. */
    readonly ask: 'be' | 'confirm';
    /** The name that the account goes by; empty where it has none. */
    readonly owner: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly link: string }
  | { readonly kind: 'deletion'; readonly state: 'asked' | 'cancelled' | 'done';
    /** ISO 8601, UTC. */
    readonly at: string;
    /** When it takes effect. */
    readonly dueAt: string;
    readonly device: string;
    /** Where its owner stops it. */
    readonly accountLink: string }
  /** To an address that another one has taken the place of. */
  | { readonly kind: 'address-changed';
    /** ISO 8601, UTC. */
    readonly at: string;
    /** Until when its reader can undo it. */
    readonly until: string;
    readonly device: string;
    readonly undoLink: string }
  /** To the owner, of a sign-in that was not as usual. */
  | { readonly kind: 'new-sign-in';
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly device: string;
    /** ISO 3166-1 alpha-2; empty where it isn't known. */
    readonly country: string;
    readonly doneIn?: DoneIn }
  | { readonly kind: 'action-news';
    /** What became of a risky action: done, or how it stands with somebody's looking at it. */
    readonly state: 'done' | 'in-review' | 'approved' | 'refused' | 'expired';
    /** What it is, in the policy's words. */
    readonly about: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly device: string;
    readonly doneIn?: DoneIn }
  | { readonly kind: 'action-delayed';
    /** What is going to happen, in the policy's words. */
    readonly about: string;
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly dueAt: string;
    readonly device: string;
    readonly cancelLink: string;
    readonly doneIn?: DoneIn };
/**
 * The browser in which something was done: by a session that began there, or by the hash of its long-lived mark
 * (base64url). Whoever says that it was not them speaks of that one.
 */
export interface DoneIn { readonly session?: string; readonly mark?: string }
export type MessageKind = Message['kind'];
export type MessageOf<Kind extends MessageKind> = Extract<Message, { kind: Kind }>;
