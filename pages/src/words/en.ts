import { devicesInEnglish } from './devices-en.ts';
import { permissionsInEnglish } from './permissions.ts';
import { methodsInEnglish } from './methods.ts';
import { recoveryInEnglish } from './recovery-en.ts';
import { providersInEnglish } from './providers.ts';
import { recordInEnglish } from './record-en.ts';
import { remoteInEnglish } from './remote-en.ts';

/**
 * The words of pages and mails, in ICU message format. English gives the keys; the other languages have the same
 * ones. Everyday words: sign in, passkey, code. No blame, no exclamation.
 */
export const en = {
  ...devicesInEnglish,
  ...permissionsInEnglish,
  ...remoteInEnglish,
  ...recoveryInEnglish,
  ...recordInEnglish,
  'continue': 'Continue',
  'back': 'Back',
  'change': 'Change',
  'account': 'Your account',
  'sending': 'One moment',
  'return': 'Back to {application}',
  'return-nowhere': 'Back',
  'start-again': 'Start again',
  'to-application': 'to continue to {application}',
  'error-title': 'Error: {title}',
  'page-title': '{title} · {brand}',
  'page-description': 'Where you sign in to {brand}, create an account and look after it.',
  'support': 'Help and support',
  'other-ways': 'Other ways to go on',
  'show-password': 'Show',
  'show-password-long': 'Show password',
  'way.password': 'Use your password',
  'way.email-code': 'Get a code by e-mail',
  'way.other': 'Use another way',
  'way.new-password': 'Set a password instead',
  'way.new-passkey': 'Use a passkey instead',
  'way.forgot': 'Forgot your password?',
  'way.lost': 'Lost your passkey?',

  'identify.sign-in': 'Sign in',
  'identify.sign-up': 'Create your account',
  'identify.email': 'E-mail address',
  'identify.work-name': 'Work e-mail or user name',
  'identify.sign-up-lead': 'Enter your e-mail address. A code sent there shows that it is yours.',
  'identify.passkey': 'Sign in with a passkey',
  'identify.or': 'or',
  'identify.to-sign-up': 'New here? Create an account',
  'identify.to-sign-in': 'Already have an account? Sign in',
  'identify.to-recover': 'Lost your passkey or password? Use a recovery code',

  'email-code.title': 'Check your e-mail',
  'email-code.lead': 'If this address can be used here, a code is on its way to it. The code works for {minutes, '
    + 'plural, one {# minute} other {# minutes}}.',
  'email-code.label': 'Code from the e-mail',
  'email-code.again': 'Send a new code',
  'email-code.hint': 'Nothing there? Look in the spam folder, or send a new code.',

  'password.title': 'Enter your password',
  'password.label': 'Password',
  'password.submit': 'Sign in',

  'passkey.title': 'Use your passkey',
  'passkey.lead': 'To be sure that it is you, confirm with your face, fingerprint or screen lock. It takes a few '
    + 'seconds.',
  'passkey.submit': 'Use passkey',
  'passkey.needs-script': 'A passkey needs JavaScript, which is off or did not load. Turn it on and open this page '
    + 'again, or use another way.',
  'passkey.unsupported': 'This browser cannot use passkeys. Use another browser or another way.',
  'passkey.cancelled': 'The passkey was not used. Try again, or use another way.',
  'passkey.failed': 'The passkey did not work here. Try again, or use another way.',

  'totp.title': 'Enter the code from your app',
  'totp.lead': 'Open your authenticator app and enter the six digits that it shows for this account.',
  'totp.label': 'Code from the app',

  'set-password.title': 'Choose a password',
  'set-password.lead': 'A few unrelated words are easy to remember and hard to guess. Any characters and spaces work.',
  'set-password.label': 'New password',
  'set-password.hint': 'At least {minimum, plural, one {# character} other {# characters}}',
  'set-password.submit': 'Save password',
  'set-password.short': 'Too short so far: {count} of {minimum}',
  'set-password.enough': 'Long enough',
  'set-password.long': 'Long, and so very hard to guess',

  'enrol-totp.title': 'Add your authenticator app',
  'enrol-totp.scan': 'Scan this picture with an authenticator app.',
  'enrol-totp.picture': 'QR code with the key for your authenticator app',
  'enrol-totp.open': 'Open the app on this device',
  'enrol-totp.key': 'Or enter this key in the app',
  'enrol-totp.confirm': 'Then enter the six digits that the app shows.',
  'enrol-totp.submit': 'Add app',
  'codes.offer.title': 'Save recovery codes',
  'codes.offer.text': 'If you lose your device, a recovery code helps you back in. You get eight; keep them where you '
    + 'keep important papers, or in a password manager.',
  'codes.make': 'Show my codes',
  'codes.skip': 'Not now',
  'codes.title': 'Your recovery codes',
  'codes.text': 'Each works once. They are shown this one time only, so save them before you go on.',
  'codes.list': 'Recovery codes',
  'codes.copy': 'Copy',
  'codes.copied': 'Copied',
  'codes.print': 'Print',
  'codes.printed': 'Recovery codes for {brand}. Each works once. Keep them where nobody else finds them.',
  'codes.saved': 'I have saved them',

  'accept-invitation.title': 'Welcome, {name}',
  'accept-invitation.title-nameless': 'Welcome',
  'accept-invitation.lead': '{brand} has set up an account for you. Next, you choose how to sign in. It takes about a '
    + 'minute.',
  'accept-invitation.submit': 'Set up sign-in',

  'create-account.title': 'What may we call you?',
  'create-account.lead': 'Your e-mail address is confirmed.',
  'create-account.label': 'Your name',
  'create-account.submit': 'Create account',

  'refuse.not-strong-enough.title': 'One more step is missing',
  'refuse.not-strong-enough.text': 'What you are about to do needs a stronger sign-in than this account has, such as a '
    + 'passkey. Add one, then try again.',
  'refuse.other-account.title': 'This is another account',
  'refuse.other-account.text': 'You were asked to confirm with the account that you are signed in with. Nothing was '
    + 'changed.',
  'refuse.suspended.title': 'This account is suspended',
  'refuse.suspended.text': 'Nobody can sign in with it for now. '
    + 'The support of {brand} can tell you why, and what to do.',
  'refuse.try-later.title': 'Too many tries',
  'refuse.try-later.text': 'To protect the account there is a pause now. Wait a few minutes, then try again.',
  'refuse.no-recovery.title': 'This needs a person to help',
  'refuse.no-recovery.text': 'Without a recovery code nothing here can show that the account is yours. The support of '
    + '{brand} can help you. Nothing was changed.',

  'complete.enrol.title': 'You are set up',
  'complete.enrol.text': 'From now on you can sign in to {brand} with what you have just set up.',
  'complete.sign-in.title': 'You are signed in',
  'complete.sign-in.text': 'You can close this page, or go on.',
  'complete.sign-up.title': 'Your account is ready',
  'complete.sign-up.text': 'You are signed in to {brand}.',
  'complete.step-up.title': 'Thank you, that is confirmed',
  'complete.step-up.text': 'You can go back to what you were doing.',
  'complete.recover.title': 'You are back in',
  'complete.recover.text': 'From now on you can sign in to {brand} with what you have just set up.',

  'consent.title': 'Let {application} use your account?',
  'consent.lead': '{application} does not belong to {brand}. It would be able to:',
  'consent.see': 'It would see:',
  'consent.later': 'You can take this back at any time.',
  'consent.allow': 'Allow',
  'consent.refuse': 'Do not allow',

  'sign-out.title': 'Sign out?',
  'sign-out.lead': 'You will be signed out of {brand} and of every application that you opened with it.',
  'sign-out.lead-application': '{application} asks to sign you out of {brand} and of every application that you opened '
    + 'with it.',
  'sign-out.submit': 'Sign out',
  'sign-out.stay': 'Stay signed in',
  'sign-out.done': 'You are signed out',
  'sign-out.done-text': 'On a shared device, close the browser as well.',
  'account.title': 'Your account',
  'account.ways': 'Ways to sign in',
  'account.ways.text': 'Remove what you no longer use or have lost.',
  'account.ways.none': 'You sign in with codes that are sent to your e-mail address.',
  'account.kind.passkey': 'Passkey',
  'account.kind.password': 'Password',
  'account.kind.totp': 'Authenticator app',
  'account.kind.email-code': 'Code by e-mail',
  'account.kind.invitation': 'Invitation',
  'account.kind.recovery-code': 'Recovery codes',
  'account.passkey-named': 'Passkey: {label}',
  'account.added': 'Added',
  'account.used': 'Last used',
  'account.never-used': 'Not used yet',
  'account.remove': 'Remove',
  'account.remove-named': 'Remove {name}',
  'account.last-way': 'You need this one to sign in',
  'account.codes': 'Recovery codes',
  'account.codes.left': '{count, plural, one {# code} other {# codes}} of yours can still be used if you lose your '
    + 'device.',
  'account.codes.none': 'You have none. If you lose your device, a saved code helps you back in.',
  'account.codes.make': 'Make recovery codes',
  'account.codes.again': 'Make new codes',
  'account.codes.replaces': 'You get eight new codes. The {count, plural, one {# code} other {# codes}} that you still '
    + 'have will stop working.',
  'account.sessions': 'Where you are signed in',
  'account.sessions.text': 'If you do not know one of these, end it.',
  'account.device-unknown': 'Unknown device',
  'account.this-one': 'This device, now',
  'account.started': 'Signed in',
  'account.seen': 'Last seen',
  'account.end': 'End',
  'account.end-named': 'End the session of {name}',
  'account.end-others': 'Sign out everywhere else',
  'account.leave': 'Sign out here',
  'account.leave.text': 'Ends this session, and signs you out of every application that you opened with it.',
  'account.remove.title': 'Remove {name}?',
  'account.remove.passkey': 'It will no longer open this account, and you will be signed out everywhere else. On the '
    + 'device itself it stays in the list of passkeys until you delete it there.',
  'account.remove.text': 'It will no longer open this account, and you will be signed out everywhere else.',
  'account.news.session-ended': 'That session has ended.',
  'account.news.sessions-ended': 'You are signed out everywhere else.',
  'account.news.removed': 'It was removed, and you are signed out everywhere else. We have sent you a notice.',
  'account.news.not-confirmed': 'It was not confirmed that it is you, so nothing was changed.',
  'account.news.last-way': 'This is the last way to sign in, so it stays. Add another one first.',

  'cancel.ask.title': 'Stop this?',
  'cancel.ask.text': '“{about}” takes effect on {due}. If you did not ask for it, stop it here.',
  'cancel.submit': 'Stop it',
  'cancel.cancelled.title': 'It was stopped',
  'cancel.cancelled.text': '“{about}” will not take effect. If you did not ask for it, choose “This was not me” in the '
    + 'e-mail as well.',
  'cancel.too-late.title': 'It can no longer be stopped here',
  'cancel.too-late.text': '“{about}” has taken effect or was closed. If you did not ask for it, tell support.',

  'not-me.ask.title': 'This was not you?',
  'not-me.ask.text': 'You will be signed out of {brand} on every device, and changes that are still waiting will be '
    + 'stopped. Then sign in and look through your account.',
  'not-me.submit': 'Sign out everywhere',
  'not-me.done.title': 'Everybody is signed out',
  'not-me.done.text': 'Whoever was signed in to your account with {brand} no longer is, and nothing that was waiting '
    + 'will happen. Sign in and remove ways to sign in that are not yours.',

  'notice.input.missing': 'Fill in this field.',
  'notice.input.invalid': 'This does not look right. Check it.',
  'notice.input.stale': 'This page was out of date. Here is where you are now.',
  'notice.input.too-long': 'This is longer than can be used here.',
  'notice.email.invalid': 'Enter an e-mail address like name@example.com.',
  'notice.code.wrong': 'That is not the code.{tries, plural, =-1 {} =0 {} one { One try is left.} other { # tries are '
    + 'left.}}',
  'notice.code.expired': 'That code is past its time. Send a new one.',
  'notice.code.no-tries-left': 'There were too many tries with this code. Send a new one.',
  'notice.code.sent-again': 'A new code is on its way. Only the newest one works.',
  'notice.code.wait': 'A code was sent a moment ago. {seconds, plural, =-1 {Wait a little before sending another.} one '
    + '{Wait # second before sending another.} other {Wait # seconds before sending another.}}',
  'notice.password.wrong': 'The password and the account do not match.',
  'notice.password.too-short': '{minimum, plural, =-1 {This is too short. Use more characters.} one {Use at least # '
    + 'character.} other {Use at least # characters.}}',
  'notice.password.too-long': 'This is longer than can be used here.',
  'notice.password.common': 'This password is known from lists that attackers use. Choose another.',
  'notice.password.contains-context': 'This password contains your name, address or the name of this service. Choose '
    + 'another.',
  'notice.totp.wrong': 'That is not the code. Check that the clock of your device is right, and use the newest code.',
  'notice.totp.used': 'That code was used already. Wait for the next one.',
  'notice.recovery-code.wrong': 'That code is wrong or was used before. Check it, or use another of your codes.',
  'notice.passkey.refused': 'That passkey could not be checked. Try again, or use another way.',
  'notice.passkey.cancelled': 'The passkey was not used. Try again, or use another way.',
  'notice.passkey.other-door': 'That passkey belongs to another sign-in{door, select, none {} other { ({door})}}. Use '
    + 'it there, or choose another here.',
  'notice.passkey.exists': 'This device already has a passkey for this account.',
  'notice.throttled': 'Too many tries for now. {minutes, plural, =-1 {Wait a little, then try again.} one {Wait # '
    + 'minute, then try again.} other {Wait # minutes, then try again.}}',
  'notice.script.needed': 'This step needs JavaScript. Turn it on, or use another way.',

  'error.code': 'Code',
  'error.reference': 'Reference',

  'mail.greeting': 'Hello,',
  'mail.code.subject': '{code} is your code for {brand}',
  'mail.code.intro-sign-in': 'Use this code to sign in to {brand}:',
  'mail.code.intro-sign-up': 'Use this code to create your account with {brand}:',
  'mail.code.life': 'It works for {minutes, plural, one {# minute} other {# minutes}}, once, and only on the page '
    + 'where you asked for it.',
  'mail.code.stop': 'If you did not ask for it, you need not do anything: without this code nobody gets in. {brand} '
    + 'will never ask you for it by telephone or in a message.',
  'mail.no-account.subject': 'Signing in to {brand}',
  'mail.no-account.intro': 'Somebody entered this address to sign in to {brand}, but there is no account with it.',
  'mail.no-account.sign-up': 'If it was you, you may have used another address, or you can create an account.',
  'mail.no-account.other': 'If it was you, you may have used another address.',
  'mail.no-account.action': 'Create an account',
  'mail.no-account.stop': 'If it was not you, you need not do anything.',
  'mail.invitation.subject': 'Your account with {brand}',
  'mail.invitation.intro': '{brand} has set up an account for you. Choose how you want to sign in; it takes about a '
    + 'minute.',
  'mail.invitation.again': '{brand} made a link with which you can set up how you sign in again, for example after a '
    + 'device was lost.',
  'mail.invitation.life-minutes': 'The link works once and for {minutes, plural, one {# minute} other {# minutes}}. '
    + 'After that, ask for a new one.',
  'mail.invitation.action': 'Set up sign-in',
  'mail.invitation.life': 'The link works once and for {hours, plural, one {# hour} other {# hours}}. After that, ask '
    + 'for a new one.',
  'mail.invitation.stop': 'If you did not expect this, do not use the link and tell {brand}.',
  'mail.changed.passkey-added.subject': 'A passkey was added to your account with {brand}',
  'mail.changed.passkey-added.intro': 'A passkey was added to your account. It can be used to sign in from now on.',
  'mail.changed.password-set.subject': 'The password of your account with {brand} was changed',
  'mail.changed.password-set.intro': 'The password of your account was set or changed.',
  'mail.changed.totp-added.subject': 'An authenticator app was added to your account with {brand}',
  'mail.changed.totp-added.intro': 'An authenticator app was added to your account. Its codes can be used to sign in '
    + 'from now on.',
  'mail.changed.removed.subject': 'A way to sign in was removed from your account with {brand}',
  'mail.changed.removed.intro': 'A way to sign in was removed from your account.',
  'mail.changed.recovery-codes-made.subject': 'New recovery codes for your account with {brand}',
  'mail.changed.recovery-codes-made.intro': 'New recovery codes were made for your account. Earlier ones no longer work.',
  'mail.changed.recovery-code-used.subject': 'A recovery code of your account with {brand} was used',
  'mail.changed.recovery-code-used.intro': 'Somebody used one of the recovery codes of your account to get back into it.',
  'mail.changed.link-made.subject': 'A link to set up sign-in was made for your account with {brand}',
  'mail.changed.link-made.intro': 'Support made a link with which a new way to sign in can be set up for your account. '
    + 'It works once, for a few minutes.',
  'mail.changed.when': 'When',
  'mail.changed.where': 'From',
  'mail.changed.account': 'Account',
  'mail.changed.yours': 'If this was you, you need not do anything.',
  'mail.changed.stop': 'If it was not you, tell the support of {brand} at once. They can close the account to others '
    + 'and undo the change.',
  'mail.changed.action': 'Tell support',
  'mail.not-me.stop': 'If it was not you, say so here: everybody is signed out of your account, and changes that are '
    + 'still waiting are stopped.',
  'mail.not-me.action': 'This was not me',
  'mail.notice.subject': 'Something happened in your account with {brand}',
  'mail.delayed.subject': 'A change to your account with {brand} is waiting',
  'mail.delayed.intro': 'Somebody who is signed in to your account asked for a change. It takes effect only later, so '
    + 'that you can stop it.',
  'mail.delayed.what': 'What',
  'mail.delayed.due': 'Takes effect',
  'mail.delayed.stop': 'If you do not want it, stop it before then.',
  'mail.delayed.cancel': 'Stop this change',
  'mail.footer': 'Sent by {brand} to {address}, because of what is described above. This is not advertising.',

  'console.signed-out.title': 'You are signed out',
  'console.signed-out.lead': 'Your session has ended, here and at every application that it was used for.',
  'console.signed-out.again': 'Sign in again',
  'console.not-built.title': 'The console is not built',
  'console.not-built.lead': 'The server runs without it. Build it with this command in the checkout, then start the '
    + 'server again; npm start does both by itself.',
  'console.not-built.again': 'Look again',

  'home.title': 'This server is running',
  'home.lead': 'Three populations, three doors. Each signs its own people or machines in, in its own way.',
  'home.customer': 'Shoppers, patients, members: little friction, checks only where something is at stake.',
  'home.workforce': 'Employees and contractors: phishing-resistant sign-in, strict sessions.',
  'home.workload': 'Services, jobs and agents: owned, short-lived, least privilege.',
  'home.kind.customer': 'Customers',
  'home.kind.workforce': 'Workforce',
  'home.kind.workload': 'Workloads',
  'home.issuer': 'Issuer',
  'home.discovery': 'Discovery document',
  'home.applications': 'Applications to try',
  'home.no-applications': 'None is registered. `npm run demo` starts a shop, an intranet and a job.',
  'home.inbox': 'Development inbox',
  'home.inbox-text': 'Catches every e-mail that this server sends while it is on this machine only.',
  'inbox.title': 'Inbox',
  'inbox.lead': 'E-mails that this server sent, newest first. They went nowhere else.',
  'inbox.empty': 'No e-mail yet. Codes, invitations and notices appear here when somebody signs in.',
  'inbox.to': 'To',
  'inbox.from': 'From',
  'inbox.sent': 'Sent',
  'inbox.html': 'As HTML',
  'inbox.text': 'As text',
  'inbox.all': 'All e-mails',

  ...methodsInEnglish,
  ...providersInEnglish,
} as const;

export type WordKey = keyof typeof en;
/** One language: every key of English, and no other. */
export type Words = Readonly<Record<WordKey, string>>;
