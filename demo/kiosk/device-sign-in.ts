import * as openid from 'openid-client';
import { discovery } from '../relying-party.ts';

/** A code that waits for somebody to let this screen in. */
export interface ShownCode {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly page: string;
  /** The page with the code in it, for a picture. */
  readonly link: string;
}

/** Who let this screen in. */
export interface Visitor {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly accessToken: string;
}

export interface DeviceSignIn {
  begin(): Promise<ShownCode>;
  /** Asks once; not more often than every 5 seconds (RFC 8628 §3.5). */
  ask(code: ShownCode): Promise<Visitor | 'wait' | 'refused'>;
  /** Gives the token back, which ends what the issuer began for this screen. */
  end(visitor: Visitor): Promise<void>;
}

const grant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Sign-in for a screen without a keyboard, by a code that it shows (RFC 8628). */
export function createDeviceSignIn(options: { readonly issuer: string; readonly clientId: string }): DeviceSignIn {
  const discover = discovery({ ...options, proof: { method: 'none' } });

  return {
    async begin() {
      const answer = await openid.initiateDeviceAuthorization(await discover(), { scope: 'openid profile email' });
      return {
        deviceCode: answer.device_code, userCode: answer.user_code, page: answer.verification_uri,
        link: answer.verification_uri_complete ?? answer.verification_uri,
      };
    },
    async ask({ deviceCode }) {
      const configuration = await discover();
      try {
        const tokens = await openid.genericGrantRequest(configuration, grant, { device_code: deviceCode });
        const { sub } = tokens.claims()!;
        const { name, email } = await openid.fetchUserInfo(configuration, tokens.access_token, sub);
        return { name, email, accessToken: tokens.access_token };
      } catch (error) {
        if (!(error instanceof openid.ResponseBodyError)) throw error;
        return error.error === 'authorization_pending' || error.error === 'slow_down' ? 'wait' : 'refused';
      }
    },
    async end({ accessToken }) {
      await openid.tokenRevocation(await discover(), accessToken);
    },
  };
}
