/** Frames of the account's pages as the server would give them, for tests and the gallery. */
import type { AccountFrame, AccountNews, AccountPage } from '../../contract/account.ts';
import { sampleCodes, sampleFrame } from './samples.ts';

const at = (text: string): Date => new Date(text);
const passkey = {
  id: '01890000-0000-7000-8000-000000000001', kind: 'passkey', label: 'iCloud Keychain', removable: true,
  boundAt: at('2025-11-02T08:10:00Z'), lastUsedAt: at('2026-03-02T09:15:00Z'),
} as const;
const password = {
  id: '01890000-0000-7000-8000-000000000002', kind: 'password', label: null, removable: false,
  boundAt: at('2025-06-20T17:45:00Z'), lastUsedAt: null,
} as const;
const session = (which: number, device: string | null, isThis: boolean) => ({
  id: `01890000-0000-7000-8000-00000000001${which}`, device, isThis, startedAt: at('2026-02-28T07:30:00Z'),
  lastSeenAt: at('2026-03-02T09:20:00Z'),
});

interface Sample {
  readonly kind: 'customer' | 'workforce';
  readonly page: AccountPage;
  readonly news?: AccountNews;
}

export const sampleAccountPages: Readonly<Record<string, Sample>> = {
  'account': {
    kind: 'customer',
    page: {
      page: 'overview', displayName: 'Mara Lindqvist', identifiers: ['mara.lindqvist@example.com'], codesLeft: 6, hasContacts: true,
      requests: [{ id: '01890000-0000-7000-8000-000000000021', application: 'Harbour support', askedAt: at('2026-03-02T09:19:00Z') }],
      sessions: [session(1, 'Firefox on Linux', true), session(2, 'Safari on iOS', false), session(3, null, false)],
      credentials: [passkey, password], deletion: null, deletable: true,
    },
    news: 'session-ended',
  },
  'account-bare': {
    kind: 'customer',
    page: {
      page: 'overview', displayName: null, identifiers: ['m@example.com'], codesLeft: 0, hasContacts: true, requests: [],
      sessions: [session(1, 'Chrome on Windows', true)], credentials: [], deletable: true,
      deletion: { askedAt: at('2026-03-02T09:15:00Z'), dueAt: at('2026-03-16T09:15:00Z') },
    },
    news: 'last-way',
  },
  'account-check-up': {
    kind: 'customer',
    page: { page: 'check-up', identifiers: ['mara.lindqvist@example.com'], codesLeft: 0, credentials: [passkey, password] },
  },
  'account-reach': {
    kind: 'customer',
    page: {
      page: 'reach', adds: ['email', 'phone'], places: [
        { kind: 'email', value: 'mara.lindqvist@example.com', removable: true }, { kind: 'phone', value: '+49 1512 3456789', removable: true },
      ],
    },
    news: 'place-removed',
  },
  'account-activity': {
    kind: 'customer',
    page: {
      page: 'activity', earlier: 412, notMe: '/not-me/sample', activities: [
        { id: '1', at: at('2026-03-02T09:15:00Z'), what: 'session.started', about: 'Safari on iOS', session: session(2, null, false).id },
        { id: '2', at: at('2026-03-01T18:00:00Z'), what: 'credential.bound', about: 'passkey', session: null },
        { id: '3', at: at('2026-02-28T07:30:00Z'), what: 'consent.given', about: 'Price watcher', session: null },
        { id: '4', at: at('2026-02-27T07:30:00Z'), what: 'decision.made', about: 'Order', session: null, decided: { response: 'challenge', because: ['device-new', 'place-new'] } },
      ],
    },
  },
  'account-connections': {
    kind: 'customer',
    page: {
      page: 'connections', connections: [{ client: 'watcher', name: 'Price watcher', scopes: ['openid', 'email'], since: at('2026-02-28T07:30:00Z') }],
      receipts: [{ text: 'terms', version: '2026-01', acceptedAt: at('2026-01-02T10:00:00Z') }],
    },
  },
  'account-connections-none': { kind: 'workforce', page: { page: 'connections', connections: [], receipts: [] } },
  'account-profile': {
    kind: 'customer',
    page: {
      page: 'profile', displayName: 'Mara Lindqvist', mayName: true, locale: 'en', timeZone: 'Europe/Stockholm', mayChangeAddress: true,
      addresses: ['mara.lindqvist@example.com', 'mara@second.example'], fault: { code: 'input.invalid', field: 'told-height' },
      fields: [
        { name: 'told-size', attribute: 'size', type: 'text', label: 'Shoe size', purpose: 'To suggest boots that fit', required: true, value: '39', kept: null },
        { name: 'told-height', attribute: 'height', type: 'number', label: 'Height', purpose: 'For your saddle', required: false, value: 'tall', kept: '172' },
      ],
      others: [{ attribute: 'newsletter', value: 'weekly', purpose: 'To write to you' }],
    },
  },
  'account-profile-staff': {
    kind: 'workforce',
    page: {
      page: 'profile', displayName: 'Jide Okonkwo', mayName: false, locale: '', timeZone: '', mayChangeAddress: false,
      addresses: ['j.okonkwo@harbour.example'], fault: null, fields: [], others: [],
    },
  },
  'account-address': {
    kind: 'customer', page: { page: 'address', addresses: ['mara.lindqvist@example.com', 'mara@second.example'], former: 'mara.lindqvist@example.com', typed: 'mara@', problem: 'email.invalid' },
  },
  'account-address-one': {
    kind: 'customer', page: { page: 'address', addresses: ['mara.lindqvist@example.com'], former: 'mara.lindqvist@example.com', typed: '', problem: null },
  },
  'account-prove-address': {
    kind: 'customer', page: { page: 'prove-address', former: 'mara.lindqvist@example.com', address: 'mara@new.example', problem: 'code.wrong' },
  },
  'account-export': { kind: 'customer', page: { page: 'export' } },
  'account-delete': { kind: 'customer', page: { page: 'delete', days: 14 } },
  'account-remove': { kind: 'workforce', page: { page: 'remove', credential: passkey } },
  'account-make-codes': { kind: 'workforce', page: { page: 'make-codes', codesLeft: 3 } },
  'account-contacts': {
    kind: 'customer',
    page: {
      page: 'contacts', mayAdd: true,
      contacts: [{ id: '01890000-0000-7000-8000-000000000021', address: 'noor@example.com', state: 'accepted' }],
    },
  },
  'account-held': {
    kind: 'customer',
    page: { page: 'held', response: 'delay', until: at('2026-03-03T09:15:00Z'), because: ['device-new', 'contact-changed'] },
  },
  'account-held-review': {
    kind: 'customer',
    page: { page: 'held', response: 'review', until: at('2026-03-05T09:15:00Z'), because: ['place-new'] },
  },
  'account-held-denied': { kind: 'customer', page: { page: 'held', response: 'deny', until: null, because: ['unusual'] } },
  'account-codes': { kind: 'customer', page: { page: 'codes', codes: sampleCodes } },
};

export function sampleAccountFrame(name: string, locale: string): AccountFrame {
  const sample = sampleAccountPages[name];
  if (!sample) throw new Error(`there is no account page called ${name}`);
  const { branding, population } = sampleFrame(sample.kind === 'customer' ? 'identify' : 'totp', locale);
  const { page, news } = sample;
  return { page, base: '/account', formToken: 'c2FtcGxl', population, branding, locale, ...(news ? { news } : {}) };
}
