import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'Go back to the application and start again.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'This link or form is not complete', remedy: again },
  'request.malformed': { title: 'This could not be read', remedy: again },
  'request.too_large': {
    title: 'This is more than can be sent at once',
    remedy: 'Go back and shorten what you entered.',
  },
  'request.unknown_host': {
    title: 'Nothing is at this address',
    remedy: 'Check the address, or go back to the application.',
  },
  'request.cross_site': { title: 'This step was started on another site', remedy: again },
  'request.rate_limited': {
    title: 'A lot is going on from your connection',
    remedy: 'Wait a minute, then try again.',
  },
  'request.not_found': {
    title: 'Nothing is at this address',
    remedy: 'Check the address, or go back to the application.',
  },
  'request.method_not_allowed': { title: 'This page cannot be opened like that', remedy: again },
  'server.busy': { title: 'There is a lot of traffic at the moment', remedy: 'Wait a minute, then try again.' },
  'server.failed': {
    title: 'Something failed on our side',
    remedy: 'Try again. If it stays, give support the reference below.',
  },
  'storage.unreachable': { title: 'Signing in is not possible at the moment', remedy: 'Try again in a few minutes.' },
  'population.unknown': {
    title: 'Nothing is at this address',
    remedy: 'Check the address, or go back to the application.',
  },
  'principal.suspended': { title: 'This account is suspended', remedy: 'Ask support why, and what to do.' },
  'principal.foreign': {
    title: 'This account belongs to another sign-in',
    remedy: 'Sign in where the account belongs.',
  },
  'client.unknown': {
    title: 'This application is not known here',
    remedy: 'Go back to it and tell the people who run it.',
  },
  'link.invalid': {
    title: 'This link does not work',
    remedy: 'Check that it was copied whole, or ask for a new one.',
  },
  'link.expired': { title: 'This link is past its time', remedy: 'Ask for a new one.' },
  'link.used': { title: 'This link was already used', remedy: 'Sign in, or ask for a new link.' },
  'run.unknown': { title: 'This sign-in is no longer open', remedy: again },
  'run.expired': { title: 'This took too long and was closed', remedy: `Nothing was changed. ${again}` },
  'run.other_browser': {
    title: 'This was started in another browser',
    remedy: 'Go on in that browser, with cookies allowed, or start again from the application here.',
  },
  'run.moved': {
    title: 'This goes on on your other device',
    remedy: 'Go on there; this page can be closed. If that device is not at hand, start again.',
  },
  'run.finished': { title: 'This is already done', remedy: 'Go back to the application.' },
  'credential.refused': {
    title: 'That did not match',
    remedy: 'Check what you entered, or use another way to sign in.',
  },
  'credential.throttled': {
    title: 'Too many tries for now',
    remedy: 'Wait a few minutes, or use another way to sign in.',
  },
  'passkey.other_door': {
    title: 'This passkey belongs to another sign-in',
    remedy: 'Use it there, or choose another.',
  },
  'passkey.refused': {
    title: 'The passkey could not be checked',
    remedy: 'Try again, or use another way to sign in.',
  },
  'session.ended': { title: 'You are signed out', remedy: 'Sign in again.' },
  'session.contained': { title: 'This can\'t be changed in this sign-in', remedy: 'Sign out and in again, then make the change.' },
};
