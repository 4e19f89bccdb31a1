import type { Credentials, CredentialsDeps } from './credentials.ts';
import { createDigest } from './digests.ts';
import { issueCode } from './email-code/issue-code.ts';
import { createEmailLinks } from './email-link/email-links.ts';
import { listCredentials } from './list-credentials.ts';
import { declinedAt, rememberDeclined } from './offer/declined-offer-store.ts';
import { authenticatePasskey } from './passkey/authenticate-passkey.ts';
import { authenticationOptions, registrationOptions } from './passkey/passkey-options.ts';
import { registerPasskey } from './passkey/register-passkey.ts';
import { createHashing } from './password/hashing.ts';
import { judgePassword, normalisePassword } from './password/judge-password.ts';
import { setPassword } from './password/set-password.ts';
import { verifyPassword } from './password/verify-password.ts';
import { issueRecoveryCodes } from './recovery-code/issue-recovery-codes.ts';
import { findSet } from './recovery-code/recovery-code-store.ts';
import { verifyRecoveryCode } from './recovery-code/verify-recovery-code.ts';
import { removeAllCredentials, removeCredential } from './remove-credential.ts';
import { verifyCode } from './sent-code/verify-code.ts';
import { issueTextCode } from './sms-code/issue-text-code.ts';
import { createThrottle } from './throttle/throttle.ts';
import { bindTotp } from './totp/bind-totp.ts';
import { proposeTotp } from './totp/totp.ts';
import { verifyTotp } from './totp/verify-totp.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** One per server: the hashing queue and the digest key are kept in memory. */
export function createCredentials(deps: CredentialsDeps): Credentials {
  const digest = createDigest(deps.database.db, deps.sealer, deps.random);
  const throttle = createThrottle(deps, digest);
  const hashing = createHashing(deps.random);
  return {
    passkeys: {
      registrationOptions: (...args) => registrationOptions(deps.random, ...args),
      register: (...args) => registerPasskey(deps, ...args),
      authenticationOptions: (...args) => authenticationOptions(deps.random, ...args),
      authenticate: (...args) => authenticatePasskey(deps, throttle, ...args),
    },
    passwords: {
      judge: async (password, minimum, context) => (
        judgePassword(password, minimum, context) ?? (await deps.breaches.isKnown(normalisePassword(password)) ? 'common' : undefined)),
      set: (...args) => setPassword(deps, hashing, throttle, ...args),
      verify: (...args) => verifyPassword(deps, hashing, throttle, ...args),
      isBreached: (password) => deps.breaches.isListed(normalisePassword(password)),
      workBefore: async (population, ref, occasion) => {
        // Looked for in vain for whoever has no account, so that it takes as many steps.
        const known = await throttle.knownDeviceOf(ref ?? { population, principal: nobody }, occasion);
        return known ? 0 : await deps.brakes?.workFor(population, occasion.clientAddress) ?? 0;
      },
      takeTurn: throttle.takeTurn,
      popularityOf: async (population, password) => deps.brakes?.popularityOf(population, normalisePassword(password)),
    },
    emailCodes: {
      issue: (...args) => issueCode(deps, digest, throttle, ...args),
      verify: (...args) => verifyCode(deps, digest, throttle, 'email-code', ...args),
    },
    smsCodes: {
      issue: (...args) => issueTextCode(deps, digest, throttle, ...args),
      verify: (...args) => verifyCode(deps, digest, throttle, 'sms-code', ...args),
    },
    emailLinks: createEmailLinks(deps, digest, throttle),
    totps: {
      propose: (issuer, account) => proposeTotp(deps.random, issuer, account),
      bind: (...args) => bindTotp(deps, throttle, ...args),
      verify: (...args) => verifyTotp(deps, throttle, ...args),
    },
    recoveryCodes: {
      issue: (...args) => issueRecoveryCodes(deps, digest, throttle, ...args),
      verify: (...args) => verifyRecoveryCode(deps, digest, throttle, ...args),
      left: async (db, ref) => (await findSet(db, ref))?.left ?? 0,
    },
    offers: { declinedAt, decline: (tx, ref, kind) => rememberDeclined(tx, ref, kind, deps.clock()) },
    marked: throttle.marked, unmark: throttle.unmark,
    list: listCredentials,
    remove: (...args) => removeCredential(deps, ...args),
    removeAll: (...args) => removeAllCredentials(deps, throttle, ...args),
  };
}
