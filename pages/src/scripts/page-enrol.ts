import { startRegistration } from '@simplewebauthn/browser';
import { passkeyPage } from './passkey.ts';

/** WebAuthn 3 §5.1.7; not in the types of every browser yet. */
type Asked = { getClientCapabilities?: () => Promise<Record<string, boolean | undefined>> };

const page = passkeyPage((optionsJSON, quietly) => startRegistration({ optionsJSON, useAutoRegister: quietly }));
if (page && document.querySelector('[data-quietly]')) {
  void (PublicKeyCredential as Asked).getClientCapabilities?.().then(
    ({ conditionalCreate }) => (conditionalCreate ? page.ask(true) : undefined), () => undefined);
}
