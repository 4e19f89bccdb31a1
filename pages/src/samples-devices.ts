import type { ScreenOf } from '../../contract/screens/index.ts';
import type { Sample } from './sample.ts';

const person = 'mara.lindqvist@example.com';
const link = { step: 'email-link', address: person, minutes: 10, number: '42', ways: ['email-code'], back: true } as const;
const opened = { step: 'open-link', purpose: 'sign-in', device: 'Firefox on Windows', minutesAgo: 2 } as const;

const handoff = {
  step: 'handoff', code: '4KQ7WMAC', link: 'https://id.example/workforce/handoff?code=4KQ7WMAC',
  place: 'https://id.example/workforce/handoff', minutes: 5, device: '',
} as const;
const taking = { step: 'open-handoff', code: '', number: '', purpose: 'enrol' } as const;

const kiosk = {
  step: 'open-device', code: 'BCDF-GHJK', application: 'Harbour kiosk', scopes: ['openid', 'email'], minutesAgo: 2, person: '',
} satisfies Omit<ScreenOf<'open-device'>, 'state'>;
const asked = {
  step: 'open-request', application: 'Harbour support', purpose: 'Helps people who call us', scopes: ['openid', 'profile'],
  minutesAgo: 1, person,
} satisfies Omit<ScreenOf<'open-request'>, 'state'>;

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
  'collect': {
    kind: 'customer',
    screen: {
      step: 'collect', title: 'What may we call you?', ways: ['skip'],
      fields: [
        { name: 'told-nickname', type: 'text', label: 'Nickname', purpose: 'We use it in letters to you.', required: true, value: '' },
        { name: 'told-birthday', type: 'date', label: 'Birthday', purpose: 'You get a voucher on the day.', required: false, value: '' },
      ],
    },
  },
  'collect-fault': {
    kind: 'customer',
    screen: {
      step: 'collect', title: 'How tall are you?', ways: [],
      fields: [
        { name: 'told-height', type: 'number', label: 'Height in cm', purpose: 'We cut your saddle to it.', required: true, value: 'tall' },
      ],
    },
    notice: { code: 'input.invalid', kind: 'error', field: 'told-height' },
  },
  'accept-text': {
    kind: 'customer',
    screen: {
      step: 'accept-text', title: 'Our terms have changed', summary: 'Returns are free for 60 days now.',
      link: 'https://harbour.example/terms', ways: ['decline'],
    },
  },
  'message': {
    kind: 'customer',
    screen: { step: 'message', title: 'Welcome back', text: 'Our terms of delivery have changed.\n\nNothing is to be done.' },
  },
  'handoff': { kind: 'workforce', alone: true, waits: true, screen: { ...handoff, state: 'offer' } },
  'handoff-confirm': {
    kind: 'workforce', alone: true, screen: { ...handoff, state: 'confirm', device: 'Safari on iOS' },
  },
  'handoff-wrong': {
    kind: 'workforce', alone: true, screen: { ...handoff, state: 'confirm' },
    notice: { code: 'handoff.wrong-number', kind: 'error', field: 'number' },
  },
  'handoff-arrived': { kind: 'workforce', alone: true, screen: { ...handoff, state: 'arrived' } },
  'open-handoff': { kind: 'workforce', alone: true, screen: { ...taking, state: 'enter' } },
  'open-handoff-unknown': {
    kind: 'workforce', alone: true, screen: { ...taking, state: 'enter', code: '4KQ7WMAC' },
    notice: { code: 'handoff.unknown', kind: 'error', field: 'code' },
  },
  'open-handoff-wait': { kind: 'workforce', alone: true, waits: true, screen: { ...taking, state: 'wait', number: '73' } },
  'open-handoff-ended': { kind: 'workforce', alone: true, screen: { ...taking, state: 'ended' } },
  'open-device': { kind: 'customer', alone: true, screen: { ...kiosk, state: 'enter', code: '' } },
  'open-device-unknown': {
    kind: 'customer', alone: true, screen: { ...kiosk, state: 'enter' },
    notice: { code: 'device.unknown', kind: 'error', field: 'code' },
  },
  'open-device-confirm': { kind: 'customer', landing: true, screen: { ...kiosk, state: 'confirm' } },
  'open-device-known': { kind: 'customer', landing: true, screen: { ...kiosk, state: 'confirm', person } },
  'open-device-done': { kind: 'customer', landing: true, screen: { ...kiosk, state: 'done' } },
  'open-device-ended': { kind: 'customer', landing: true, screen: { ...kiosk, state: 'ended' } },
  'open-request': { kind: 'customer', landing: true, screen: { ...asked, state: 'ask' } },
  'open-request-wrong': {
    kind: 'customer', landing: true, screen: { ...asked, state: 'ask' },
    notice: { code: 'request.wrong-number', kind: 'error', field: 'number' },
  },
  'open-request-done': { kind: 'customer', landing: true, screen: { ...asked, state: 'done' } },
  'open-request-ended': { kind: 'customer', landing: true, screen: { ...asked, state: 'ended' } },
  'open-link-ended': { kind: 'customer', landing: true, screen: { ...opened, state: 'ended' } },
};
