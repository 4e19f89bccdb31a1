/** The words about ways to prove who one is and about being reached. */
export const methods = {
  'proof-of-work.title': 'One moment',
  'proof-of-work.lead': 'Your device is doing a small sum, so that nobody can come here by the thousand. There is nothing for you to do.',
  'proof-of-work.wait': 'Without JavaScript, wait {seconds, plural, one {# second} other {# seconds}} and choose “Continue”.',
  'enrol-passkey.title': 'Sign in without a password',
  'enrol-passkey.title-required': 'Set up a passkey',
  'enrol-passkey.new-account': 'Make a passkey, so that next time your face, fingerprint or screen lock is enough.',
  'enrol-passkey.faster-next-time': 'With a passkey, next time your face, fingerprint or screen lock is enough.',
  'enrol-passkey.required': 'This needs a way to sign in that cannot be phished. A passkey takes a few '
    + 'seconds to set up.',
  'enrol-passkey.replaces-lost': 'You are back in. Make a passkey on this device, so that you can sign in from now on. '
    + 'Everybody who was signed in to your account is signed out.',
  'enrol-passkey.point-quick': 'Nothing to remember and nothing to type',
  'enrol-passkey.point-safe': 'Works only here, so it cannot be given away to a false page',
  'enrol-passkey.point-private': 'Your face or fingerprint never leaves your device',
  'enrol-passkey.submit': 'Make a passkey',
  'enrol-passkey.skip': 'Not now',
  'enrol-passkey.exists': 'This device already has a passkey for this account.',
  'enrol-passkey.cancelled': 'No passkey was made. Try again, or choose another way.',
  'choose-method.title': 'How do you want to go on?',
  'choose-method.lead': 'Choose what you have at hand.',
  'choose-method.passkey': 'Passkey',
  'choose-method.totp': 'Code from the app',
  'choose-method.password': 'Password',
  'choose-method.email-code': 'Code by e-mail',
  'choose-method.recovery-code': 'Recovery code',
  'choose-method.none': 'None of these',
  'choose-method.back': 'Back',
  'verify-contact.title': 'Add an e‑mail address',
  'verify-contact.lead': 'A second address brings you back in when you can no longer read the first one.',
  'verify-contact.address': 'E-mail address',
  'verify-contact.hint': 'It counts once you have typed the code that we send there.',
  'verify-contact.sent': 'A code is on its way. It works for {minutes, plural, one {# minute} other {# minutes}}.',
  'verify-contact.skip': 'Not now',
  'notice.email.taken': 'This address belongs to another account. Use another one.',
  'notice.email.known': 'Your account has this address already.',
  'mail.code.intro-contact': 'Use this code to add this address to your account with {brand}:',
  'mail.changed.email-added.subject': 'An e-mail address was added to your account with {brand}',
  'mail.changed.email-added.intro':
    'An e-mail address was added to your account. Codes to sign in can be sent there from now on.',
} as const;

export type MethodWords = Readonly<Record<keyof typeof methods, string>>;
