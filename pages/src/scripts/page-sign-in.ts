import { browserSupportsWebAuthnAutofill, startAuthentication } from '@simplewebauthn/browser';
import { passkeyPage } from './passkey.ts';

const page = passkeyPage((optionsJSON, quietly) => startAuthentication({ optionsJSON, useBrowserAutofill: quietly }));
if (page && document.querySelector('input[autocomplete$=webauthn]')) {
  void browserSupportsWebAuthnAutofill().then((can) => (can ? page.ask(true) : undefined));
}
