/**
 * What a condition in a journey may ask, with its type: the names are the same in every journey. `has.*` is about the
 * account and false while nobody is known; `proved.*` is about what was shown in this run.
 */
export const journeyFacts = {
  /**
   * What the account can be opened with; whether it has a mobile number, and whether somebody is getting back into it by
   * waiting, both of which a plan takes either way.
   */
  has: { passkey: 'bool', password: 'bool', totp: 'bool', recoveryCode: 'bool', phone: 'bool', recoveryCase: 'bool' },
  /** What the person has shown in this run. */
  proved: { passkey: 'bool', password: 'bool', emailCode: 'bool', smsCode: 'bool', totp: 'bool', recoveryCode: 'bool', recoveryCase: 'bool', federated: 'bool' },
  /** The assurance that these proofs reach. */
  acr: 'string',
  /** The assurance that the result must have: the stronger of the policy's and the asking application's. */
  needed: { acr: 'string' },
  /** True when something was proved and `acr` is as strong as `needed.acr`, or stronger. */
  satisfied: 'bool',
  /**
   * True when what was proved is enough to bind a credential: as strong as the strongest that the account has, or two
   * ways of recovery.
   */
  mayBind: 'bool',
  /** True once somebody has said who they are, whether or not there is such an account. */
  identified: 'bool',
  /** True when this run made the account. */
  created: 'bool',
  /** sign-up, sign-in, step-up, enrol or recover: what the run was started for. */
  purpose: 'string',
  population: { kind: 'string' },
} as const;
