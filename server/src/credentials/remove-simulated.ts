import { sql } from 'kysely';
import { removeRows, removeSimulatedRows, type Db } from '../storage/index.ts';
import { simulatedDigestLength } from './digests.ts';
import { removeSimulatedTextCounts } from './sms-code/text-count-store.ts';

/** All that is simulated: credentials, codes, and what was counted of tries and mails. Returns how many passkeys. */
export async function removeSimulatedCredentials(db: Db): Promise<number> {
  const isSimulated = sql<boolean>`octet_length(subject) = ${simulatedDigestLength}`;
  await removeRows(db, 'credential_mail_cap', isSimulated);
  await removeRows(db, 'credential_bucket', isSimulated);
  await removeRows(db, 'credential_wrong_password', sql<boolean>`octet_length(account) = ${simulatedDigestLength}`);
  await removeSimulatedTextCounts(db, simulatedDigestLength);
  return removeSimulatedRows(
    db, ['credential_passkey', 'principal'], ['credential_password', 'principal'], ['credential_totp', 'principal'],
    ['credential_recovery_code', 'principal'], ['credential_device', 'principal'],
    ['credential_declined_offer', 'principal'], ['credential_sent_code', 'run'], ['credential_email_link', 'run']);
}
