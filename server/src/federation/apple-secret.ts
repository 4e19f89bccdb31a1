import { importPKCS8, SignJWT } from 'jose';
import type { FederationProvider } from '../../../contract/policy/index.ts';
import { fail, minute, second } from '../kernel/index.ts';

type Signing = Pick<FederationProvider, 'clientId' | 'signsAs'>;

/** Apple takes no secret but a short assertion, signed with the key that it gave out ("Creating a client secret"). */
export async function appleSecret({ clientId, signsAs }: Signing, pem: string, now: Date): Promise<string> {
  const { team, key } = signsAs ?? fail('federation.provider_unknown');
  const issuedAt = Math.floor(now.getTime() / second);
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: key })
    .setIssuer(team).setSubject(clientId).setAudience('https://appleid.apple.com')
    .setIssuedAt(issuedAt).setExpirationTime(issuedAt + 5 * minute / second)
    .sign(await importPKCS8(pem, 'ES256'));
}

/** @throws request.invalid where it is no private key on P-256 in PKCS #8 */
export async function checkAppleKey(pem: string): Promise<void> {
  await importPKCS8(pem, 'ES256').catch(() => fail('request.invalid', {
    faults: [{ at: 'secret', problem: 'is not the private key that Apple gave out, a file that ends in .p8' }],
  }));
}
