import { z } from 'zod';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '../../credentials/index.ts';

/** What a step that showed WebAuthn options keeps until the answer comes. */
export interface ChallengeState {
  readonly challenge: string;
}

export function challengeState(options: { readonly challenge: string }): ChallengeState {
  return { challenge: options.challenge };
}

const text = z.string().max(20_000);
/** The frame of a PublicKeyCredential as JSON (WebAuthn L3 §5.1); its contents are checked by the credential's folder. */
const credential = z.object({
  id: text, rawId: text, type: z.literal('public-key'),
  response: z.record(z.string().max(60), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
  authenticatorAttachment: text.nullish().transform((value) => value ?? undefined),
});

/** The browser's answer as it came in a form field; undefined where it is no credential at all. */
export function readResponse(json: string): (AuthenticationResponseJSON & RegistrationResponseJSON) | undefined {
  try {
    const parsed = credential.safeParse(JSON.parse(json));
    return parsed.success
      ? parsed.data as unknown as AuthenticationResponseJSON & RegistrationResponseJSON : undefined;
  } catch {
    return undefined;
  }
}
