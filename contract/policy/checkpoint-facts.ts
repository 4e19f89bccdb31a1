/**
 * What a condition of a checkpoint may ask, with its type: the names are the same for every action. All of it comes
 * from our own session and directory, and from the request only what is at stake (`amount`). Lengths of time are
 * compared with `duration("5m")`.
 */
export const checkpointFacts = {
  device: {
    /** How long this person has had sessions in this browser; nothing for one that is not known. */
    knownFor: 'duration',
    /**
     * The organisation manages the device: it has said so of this browser (`device.mark`), or the session has shown a
     * certificate of one (`devices.yaml`, `device-key.register`), and that still counts.
     */
    managed: 'bool',
  },
  authentication: {
    /** Time since anything was last shown in this session. */
    age: 'duration',
    /** The strongest level that the session has ever proved. */
    acr: 'string',
  },
  session: {
    age: 'duration',
    /** A draw has let it go where a proof would have been asked for; what is of high value is closed anyway. */
    explored: 'bool',
  },
  account: { age: 'duration' },
  /** After a recovery by whatever way; for an account that was never recovered both are a hundred years. */
  recovered: {
    /** Time since the account was last given back. */
    age: 'duration',
    /** How long it has had a passkey or an app again that was bound then or since; nothing where it has none. */
    factorAge: 'duration',
    /** Given back lately (`sessions.recovered`), and no factor bound since: what is of high value is closed anyway. */
    isOpen: 'bool',
  },
  /**
   * The passkey or app that speaks here: the youngest of those shown since this question was challenged; until one was, the
   * one that the account has had longest.
   */
  factor: {
    /** How long it has been bound; a hundred years for one that came with the account, and nothing where there is none. */
    boundFor: 'duration',
    /**
     * What had been shown then: `account`, it came with the account; `factor`, a passkey or an app; `recovery`; `less`, such
     * as a mailbox alone; `unknown`, or `none` where there is none.
     */
    boundWith: 'string',
  },
  recovery: {
    /** Somebody is getting back into the account at this moment: a case is open, and every address was told how to stop it. */
    isUnderWay: 'bool',
  },
  /** How likely it is that this is not the person; for a session from before risk was assessed, medium and 0.02. */
  risk: {
    /** low, medium, high or critical, by the policy's `risk.yaml`. */
    band: 'string',
    /** 0 to 1. */
    probability: 'double',
  },
  /** What the account can be proved with. */
  has: { passkey: 'bool', totp: 'bool', password: 'bool', email: 'bool' },
  email: {
    /** How long the newest of the proved addresses has been proved: a code may go to any of them. */
    verifiedFor: 'duration',
  },
  /**
   * How much the question is about, where it says so (`contract/transaction.ts`). Without one, a reason that reads it
   * holds, and a response that reads it doesn't: who leaves the amount away gains nothing.
   */
  amount: {
    /**
     * In whole units of the currency; compare it with a number like `100.0`, and say of which currency that is: a
     * thousand yen are six dollars.
     */
    value: 'double',
    /** A code of ISO 4217. */
    currency: 'string',
    /**
     * With all that was permitted of this action to this person within 24 hours before, in the same currency: what is
     * cut into small amounts adds up again. Each yes counts.
     */
    today: 'double',
  },
  contact: {
    /** Time since another address took the place of one, which the former one's reader may undo; else a hundred years. */
    changedAge: 'duration',
    /** Time since a proved address or number was taken from the account, which then gets no notices any more; else a hundred years. */
    removedAge: 'duration',
  },
} as const;
