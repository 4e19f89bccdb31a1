import { SignInError } from './sign-in-error.ts';
import type { InputFor, ScreenStep } from './step.ts';

export interface PasskeyOptions {
  /** Waits in the autofill of a field with `autocomplete="username webauthn"` instead of opening a window. */
  readonly autofill?: boolean;
  /** Ends the waiting, as when the person does something else. */
  readonly signal?: AbortSignal;
}

type Input = InputFor<'passkey'>;

/** Whether this browser can do what passkeys need here. */
export const passkeysWork = (): boolean => (
  typeof PublicKeyCredential === 'function' && typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function');

/**
 * Has the browser make or use the passkey that a screen asks for; what it gives goes to `submit`.
 * @throws SignInError unsupported; passkey where the person or the device didn't, with the browser's name for it as `code`
 */
export async function usePasskey({ screen }: ScreenStep, { autofill = false, signal }: PasskeyOptions = {}): Promise<Input> {
  const isNew = screen.step === 'enrol-passkey';
  const options = screen.step === 'identify' ? screen.passkey : 'options' in screen ? screen.options : undefined;
  if (!passkeysWork() || options == null) throw new SignInError('unsupported', 'This browser or this screen has no passkeys.');
  try {
    const credential = isNew
      ? await navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON), signal,
      })
      : await navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON), signal,
        ...(autofill ? { mediation: 'conditional' as const } : {}),
      });
    return { choice: 'passkey', credential: JSON.stringify((credential as PublicKeyCredential).toJSON()) };
  } catch (cause) {
    throw new SignInError('passkey', 'No passkey was used.', { code: (cause as Error).name, cause });
  }
}
