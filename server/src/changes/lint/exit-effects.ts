import type { CredentialKind } from '../../../../contract/events/index.ts';

/** Credentials that an account can have, as `has.*` tells them. */
export const holdings = ['passkey', 'password', 'totp', 'recovery-code'] as const;
export type Holding = (typeof holdings)[number];

/** What leaving a step by an exit means for what a run has proved and for what the account has. */
export interface ExitEffect {
  readonly proves?: CredentialKind;
  /** Taken only by an account that has this. */
  readonly needs?: Holding;
  /** Binds this; it counts as proved only while the account is being founded, as the steps hold it. */
  readonly binds?: Holding;
  /** Makes the account. */
  readonly creates?: true;
  /** The run is about nobody from here on, and what was proved is dropped. */
  readonly forgets?: true;
  /** What was proved by this no longer counts. */
  readonly drops?: CredentialKind;
  /** Somebody has said who they are. */
  readonly identifies?: true;
}

const effects: Readonly<Record<string, Readonly<Record<string, ExitEffect>>>> = {
  identify: {
    passkey: { forgets: true, identifies: true, proves: 'passkey', needs: 'passkey' },
    identified: { forgets: true, identifies: true },
    provider: { forgets: true },
    other: { forgets: true },
    recover: { forgets: true },
  },
  'email-code': { verified: { proves: 'email-code' } },
  password: { correct: { proves: 'password', needs: 'password' } },
  passkey: { correct: { proves: 'passkey', needs: 'passkey' } },
  totp: { correct: { proves: 'totp', needs: 'totp' } },
  'recovery-code': { correct: { proves: 'recovery-code', needs: 'recovery-code' } },
  'create-account': { created: { creates: true }, exists: { drops: 'federated' } },
  federate: {
    'signed-in': { forgets: true, identifies: true, proves: 'federated' },
    new: { forgets: true, identifies: true, proves: 'federated' },
    prove: { forgets: true },
  },
  'link-account': { linked: { proves: 'federated' } },
  'accept-invitation': { accepted: { forgets: true, identifies: true, proves: 'invitation' } },
  'enrol-passkey': { enrolled: { binds: 'passkey' } },
  'set-password': { set: { binds: 'password' } },
  'enrol-totp': { enrolled: { binds: 'totp' } },
  'show-recovery-codes': { saved: { binds: 'recovery-code' } },
};

export function effectOf(step: string, exit: string): ExitEffect {
  return effects[step]?.[exit] ?? {};
}

/** True for steps that bind a credential to the account that the run is about. */
export function isBinding(step: string): boolean {
  return Object.values(effects[step] ?? {}).some(({ binds }) => binds !== undefined);
}
