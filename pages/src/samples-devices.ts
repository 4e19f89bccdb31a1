import type { Sample } from './samples.ts';

const person = 'mara.lindqvist@example.com';
const link = { step: 'email-link', address: person, minutes: 10, number: '42', ways: ['email-code'], back: true } as const;
const opened = { step: 'open-link', purpose: 'sign-in', device: 'Firefox on Windows', minutesAgo: 2 } as const;

/** Screens of ways that cross from one browser to another. */
export const sampleDeviceScreens: Readonly<Record<string, Sample>> = {
  'email-link': { kind: 'customer', waits: true, screen: { ...link, ways: ['email-code'] } },
  'email-link-not-yet': {
    kind: 'customer', waits: true, screen: { ...link, ways: [] }, notice: { code: 'link.not-yet', kind: 'information' },
  },
  'email-link-ended': {
    kind: 'customer', waits: true, screen: { ...link, ways: [] }, notice: { code: 'link.ended', kind: 'error' },
  },
  'open-link': { kind: 'customer', landing: true, screen: { ...opened, state: 'elsewhere' } },
  'open-link-wrong': {
    kind: 'customer', landing: true, screen: { ...opened, state: 'elsewhere', device: '', minutesAgo: 0 },
    notice: { code: 'link.wrong-number', kind: 'error', field: 'number' },
  },
  'open-link-here': { kind: 'customer', landing: true, screen: { ...opened, state: 'here' } },
  'open-link-confirmed': { kind: 'customer', landing: true, screen: { ...opened, state: 'confirmed' } },
  'open-link-ended': { kind: 'customer', landing: true, screen: { ...opened, state: 'ended' } },
};
