/** Frames of every screen as the server would give them, for tests, the gallery, and the preview of a journey. No run uses them. */
import type { ErrorFrame, ScreenFrame } from '../../contract/screens/index.ts';
import type { Sample } from './sample.ts';
import { sampleDeviceScreens } from './samples-devices.ts';

const challenge = 'c2FtcGxlLWNoYWxsZW5nZS1zYW1wbGUtY2hhbGxlbmdl';
const requestOptions = {
  challenge, rpId: 'localhost', userVerification: 'required', timeout: 300_000, allowCredentials: [],
};
const creationOptions = {
  challenge, rp: { id: 'localhost', name: 'Harbour' },
  user: { id: 'c2FtcGxlLXVzZXI', name: 'mara.lindqvist@example.com', displayName: 'Mara Lindqvist' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: [],
};
const person = 'mara.lindqvist@example.com';
const colleague = 'j.okonkwo@harbour.example';

const sampleWork = { parameters: {
  algorithm: 'PBKDF2/SHA-256', nonce: '7d2f60c1a94be8355a0f13c2e68d97b4', salt: '02bc4f7715ce90ad38e641f2b08a5d69', cost: 500,
  keyLength: 32, keyPrefix: '9c1de25b77a04f3816c5d02eaab94871',
} } as const;

export const sampleCodes = [
  '7K3Q-9ZTM-4VXE-R0HB', 'W2D8-J5NP-6CGA-1SYF', '0FMB-XR4T-Q7WK-93ED', 'H8VZ-2PCN-5JYA-6TGS',
  'RD1E-M7QX-0KB4-W9FH', '3TNC-Y6GV-8ZPS-A2JD', 'B5WK-4HRE-X1QM-7NT0', 'Z9GA-S3DY-V6FC-P8J2',
];

export const sampleScreens: Readonly<Record<string, Sample>> = {
  ...sampleDeviceScreens,
  'identify': {
    kind: 'customer',
    screen: { step: 'identify', mode: 'sign-in', ask: 'email', value: '', passkey: requestOptions, other: 'sign-up' },
  },
  'identify-fault': {
    kind: 'customer',
    screen: {
      step: 'identify', mode: 'sign-in', ask: 'email', value: 'mara@', passkey: requestOptions, other: 'sign-up',
    },
    notice: { code: 'email.invalid', kind: 'error', field: 'identifier' },
  },
  'identify-other-door': {
    kind: 'customer',
    screen: { step: 'identify', mode: 'sign-in', ask: 'email', value: '', passkey: requestOptions },
    notice: { code: 'passkey.other-door', kind: 'error', values: { door: 'Harbour staff' } },
  },
  'identify-workforce': {
    kind: 'workforce',
    screen: { step: 'identify', mode: 'sign-in', ask: 'work-name', value: '', passkey: requestOptions },
  },
  'identify-providers': {
    kind: 'customer',
    screen: {
      step: 'identify', mode: 'sign-in', ask: 'email', value: '', passkey: requestOptions, other: 'sign-up',
      providers: [{ id: 'harbour-bank', name: 'Harbour Bank' }, { id: 'google', name: 'Google' }],
    },
  },
  'federate': {
    kind: 'customer', screen: { step: 'federate', provider: 'Harbour Bank', onward: '/customers/run/0/elsewhere' },
  },
  'choose-method': {
    kind: 'customer',
    screen: { step: 'choose-method', methods: ['passkey', 'totp', 'password', 'email-code', 'sms-code', 'recovery-code'], back: true },
  },
  'verify-contact': {
    kind: 'customer', screen: { step: 'verify-contact', kind: 'email', address: null, typed: '', minutes: 10, ways: ['skip'] },
  },
  'verify-contact-invalid': {
    kind: 'customer', screen: { step: 'verify-contact', kind: 'email', address: null, typed: 'maria.example', minutes: 10, ways: [] },
    notice: { code: 'email.invalid', kind: 'error', field: 'address' },
  },
  'verify-contact-code': {
    kind: 'customer', screen: { step: 'verify-contact', kind: 'email', address: 'maria@second.example', typed: '', minutes: 10, ways: ['skip'] },
  },
  'update-profile': {
    kind: 'customer', screen: {
      step: 'update-profile', title: 'About you', displayName: 'Mara Lindqvist', locale: 'en', ways: ['skip'],
      fields: [{ name: 'told-height', type: 'number', label: 'Height', purpose: 'For your saddle', required: false, value: '172' }],
    },
  },
  'undo-address': { kind: 'customer', alone: true, landing: true, screen: { step: 'undo-address', state: 'ask', at: '2026-03-02T09:15:00Z' } },
  'undo-address-undone': { kind: 'customer', alone: true, landing: true, screen: { step: 'undo-address', state: 'undone', at: '2026-03-02T09:15:00Z' } },
  'undo-address-too-late': { kind: 'customer', alone: true, landing: true, screen: { step: 'undo-address', state: 'too-late', at: '2026-03-02T09:15:00Z' } },
  'proof-of-work': {
    kind: 'customer', screen: {
      step: 'proof-of-work', wait: 20, ways: ['back'], challenge: sampleWork,
    },
  },
  'webhook': { kind: 'customer', screen: { step: 'webhook', onward: '/customers/run/0/elsewhere' } },
  'federate-unavailable': {
    kind: 'customer', screen: { step: 'federate', provider: 'Harbour Bank', onward: '/customers/run/0/elsewhere' },
    notice: { code: 'provider.unavailable', kind: 'error' },
  },
  'link-account': {
    kind: 'customer', screen: { step: 'link-account', provider: 'Harbour Bank', identity: 'mara@harbour.example', account: person },
  },
  'identify-sign-up': {
    kind: 'customer', screen: { step: 'identify', mode: 'sign-up', ask: 'email', value: '', other: 'sign-in' },
  },
  'email-code': {
    kind: 'customer', screen: { step: 'email-code', address: person, minutes: 10, ways: ['password'], back: true },
  },
  'email-code-wrong': {
    kind: 'customer', screen: { step: 'email-code', address: person, minutes: 10, ways: [], back: true },
    notice: { code: 'code.wrong', kind: 'error', field: 'code', values: { tries: 3 } },
  },
  'email-code-again': {
    kind: 'customer', screen: { step: 'email-code', address: person, minutes: 10, ways: [], back: true },
    notice: { code: 'code.sent-again', kind: 'information' },
  },
  'identify-phone': {
    kind: 'customer',
    screen: { step: 'identify', mode: 'sign-in', ask: 'email', phone: true, value: '0151', passkey: requestOptions, other: 'sign-up' },
    notice: { code: 'phone.invalid', kind: 'error', field: 'identifier' },
  },
  'sms-code': { kind: 'customer', screen: { step: 'sms-code', number: '+49 1512 3456789', minutes: 10, back: true } },
  'sms-code-wait': {
    kind: 'customer', screen: { step: 'sms-code', number: '+49 1512 3456789', minutes: 10, back: true },
    notice: { code: 'sms.wait', kind: 'error' },
  },
  'verify-contact-phone': {
    kind: 'customer', screen: { step: 'verify-contact', kind: 'phone', address: null, typed: '', minutes: 10, ways: ['skip'] },
  },
  'password': { kind: 'customer', screen: { step: 'password', identifier: person, ways: ['email-code'], back: true } },
  'password-wrong': {
    kind: 'customer', screen: { step: 'password', identifier: person, ways: ['email-code'], back: true },
    notice: { code: 'password.wrong', kind: 'error', field: 'password' },
  },
  'password-work': {
    kind: 'customer', screen: { step: 'password', identifier: person, ways: ['email-code'], back: true, work: { challenge: sampleWork, wait: 20 } },
    notice: { code: 'work.not-yet', kind: 'information', values: { seconds: 20 } },
  },
  'password-throttled': {
    kind: 'workforce', screen: { step: 'password', identifier: colleague, ways: [], back: true },
    notice: { code: 'throttled', kind: 'error', values: { minutes: 4 } },
  },
  'passkey': {
    kind: 'workforce', screen: { step: 'passkey', identifier: colleague, options: requestOptions, ways: ['other-way'], back: true },
  },
  'totp': { kind: 'workforce', screen: { step: 'totp', identifier: colleague, ways: [], back: true } },
  'enrol-passkey': {
    kind: 'customer',
    screen: { step: 'enrol-passkey', options: creationOptions, silently: false, reason: 'faster-next-time', ways: ['skip'] },
  },
  'enrol-passkey-silently': {
    kind: 'customer',
    screen: { step: 'enrol-passkey', options: creationOptions, silently: true, reason: 'faster-next-time', ways: ['skip'] },
  },
  'enrol-passkey-required': {
    kind: 'workforce', alone: true,
    screen: { step: 'enrol-passkey', options: creationOptions, silently: false, reason: 'required', ways: ['password'] },
  },
  'set-password': {
    kind: 'workforce', alone: true,
    screen: { step: 'set-password', identifier: colleague, minimum: 15, ways: ['passkey'] },
  },
  'set-password-common': {
    kind: 'workforce', alone: true, screen: { step: 'set-password', identifier: colleague, minimum: 15, ways: [] },
    notice: { code: 'password.common', kind: 'error', field: 'password' },
  },
  'enrol-totp': {
    kind: 'workforce', alone: true,
    screen: {
      step: 'enrol-totp', back: true, secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      uri: 'otpauth://totp/Harbour:j.okonkwo%40harbour.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Harbour',
    },
  },
  'accept-invitation': {
    kind: 'workforce', alone: true,
    screen: { step: 'accept-invitation', displayName: 'Joy Okonkwo', identifier: colleague },
  },
  'create-account': {
    kind: 'customer', screen: { step: 'create-account', address: person, displayName: '' },
  },
  'refuse-not-strong-enough': { kind: 'customer', screen: { step: 'refuse', reason: 'not-strong-enough' } },
  'refuse-other-account': { kind: 'customer', screen: { step: 'refuse', reason: 'other-account' } },
  'refuse-suspended': { kind: 'workforce', alone: true, screen: { step: 'refuse', reason: 'suspended' } },
  'refuse-try-later': { kind: 'customer', screen: { step: 'refuse', reason: 'try-later' } },
  'complete': { kind: 'workforce', alone: true, screen: { step: 'complete', purpose: 'enrol' } },
  'consent': {
    kind: 'customer',
    screen: {
      step: 'consent', application: 'Parcel Watch', scopes: ['openid', 'profile', 'email', 'orders:read'],
      claims: ['name', 'email'],
    },
  },
  'sign-out': { kind: 'customer', screen: { step: 'sign-out', state: 'ask', application: 'Harbour shop' } },
  'cancel-action': {
    kind: 'customer', alone: true,
    screen: {
      step: 'cancel-action', state: 'ask', about: 'Change of the account that money is paid out to',
      dueAt: '2026-03-03T09:15:00Z',
    },
  },
  'cancel-action-done': {
    kind: 'customer', alone: true,
    screen: {
      step: 'cancel-action', state: 'cancelled', about: 'Change of the account that money is paid out to',
      dueAt: '2026-03-03T09:15:00Z',
    },
  },
  'cancel-action-late': {
    kind: 'customer', alone: true,
    screen: {
      step: 'cancel-action', state: 'too-late', about: 'Change of the account that money is paid out to',
      dueAt: '2026-03-03T09:15:00Z',
    },
  },
  'report-not-me': { kind: 'customer', alone: true, screen: { step: 'report-not-me', state: 'ask' } },
  'report-not-me-done': { kind: 'customer', alone: true, screen: { step: 'report-not-me', state: 'done' } },
  'wait-offer': { kind: 'customer', screen: { step: 'wait', state: 'offer', hours: 72, dueAt: null, by: 'nobody', number: null, ways: ['other-way'] } },
  'wait-runs': {
    kind: 'customer', screen: { step: 'wait', state: 'waiting', hours: 72, dueAt: '2026-03-05T09:15:00Z', by: 'nobody', number: null, ways: [] },
  },
  'approve-offer': { kind: 'customer', screen: { step: 'approve', state: 'offer', hours: 24, dueAt: null, by: 'support-desk', number: null, ways: ['other-way'] } },
  'approve-asked': { kind: 'customer', screen: { step: 'approve', state: 'asked', hours: 24, dueAt: null, by: 'support-desk', number: '204817', ways: [] } },
  'contact-asked': {
    kind: 'customer',
    screen: { step: 'approve', state: 'asked', hours: 24, dueAt: null, by: 'trusted-contact', number: '42', ways: [] },
  },
  ...Object.fromEntries((['ask', 'accepted', 'declined', 'confirm', 'confirmed', 'stopped', 'ended'] as const)
    .map((state): [string, Sample] => [`trusted-contact-${state}`, {
      kind: 'customer', alone: true,
      screen: { step: 'trusted-contact', state, owner: 'Mara Lindqvist', device: 'Firefox, Linux' },
    }])),
  'refuse-recovery-waits': { kind: 'customer', screen: { step: 'refuse', reason: 'recovery-waits' } },
  ...Object.fromEntries((['ask', 'stopped', 'too-late'] as const).map((state): [string, Sample] => [`stop-recovery-${state}`, {
    kind: 'customer', alone: true,
    screen: { step: 'stop-recovery', state, device: 'Firefox, Linux', openedAt: '2026-03-02T09:15:00Z' },
  }])),
  'recovery-code': {
    kind: 'customer', screen: { step: 'recovery-code', identifier: person, ways: ['other-way'], back: true },
  },
  'recovery-code-wrong': {
    kind: 'workforce', screen: { step: 'recovery-code', identifier: colleague, ways: ['other-way'], back: true },
    notice: { code: 'recovery-code.wrong', kind: 'error', field: 'code' },
  },
  'offer-recovery-codes': {
    kind: 'workforce', alone: true, screen: { step: 'show-recovery-codes', codes: [], ways: ['skip'] },
  },
  'show-recovery-codes': {
    kind: 'workforce', alone: true, screen: { step: 'show-recovery-codes', codes: sampleCodes, ways: [] },
  },
  'identify-recover': {
    kind: 'workforce',
    screen: { step: 'identify', mode: 'sign-in', ask: 'work-name', value: '', passkey: requestOptions, recover: true },
  },
  'password-forgot': {
    kind: 'customer', screen: { step: 'password', identifier: person, ways: ['email-code', 'forgot'], back: true },
  },
  'enrol-passkey-replaces-lost': {
    kind: 'customer',
    screen: { step: 'enrol-passkey', options: creationOptions, silently: false, reason: 'replaces-lost', ways: ['password'] },
  },
  'refuse-no-recovery': { kind: 'workforce', alone: true, screen: { step: 'refuse', reason: 'no-recovery' } },
  'sign-out-done': { kind: 'customer', alone: true, screen: { step: 'sign-out', state: 'done' } },
};

const brandings = {
  customer: { name: 'Harbour', accent: '#b4531f', supportUrl: 'https://help.example/' },
  workforce: { name: 'Harbour staff', accent: '#3f5f8c', supportText: 'Service desk: 4400' },
} as const;

export function sampleFrame(name: string, locale: string): ScreenFrame {
  const sample = sampleScreens[name];
  if (!sample) throw new Error(`there is no sample called ${name}`);
  const { kind, screen, notice, alone, landing, waits } = sample;
  return {
    screen, notice, locale, action: '/run/sample', screenToken: '3.c2FtcGxlLXRva2Vu',
    population: { slug: kind === 'customer' ? 'customers' : 'workforce', kind },
    branding: brandings[kind],
    application: alone ? null : kind === 'customer' ? 'Harbour shop' : 'Intranet',
    ...(alone || landing ? {} : { cancelUrl: '/back' }),
    ...(waits ? { waitUrl: '/run/sample/wait?at=3' } : {}),
  };
}

export function sampleErrorFrame(locale: string): ErrorFrame {
  return {
    code: 'run.other_browser', title: 'This step belongs to another browser',
    remedy: 'Continue in the browser in which you started.', reference: '01J9Z6W3YB',
    branding: brandings.customer, locale,
  };
}
