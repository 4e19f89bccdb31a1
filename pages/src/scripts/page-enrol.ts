import { startRegistration } from '@simplewebauthn/browser';
import { passkeyPage } from './passkey.ts';

passkeyPage((optionsJSON) => startRegistration({ optionsJSON }));
