/** What a page says when something did not work, and why it refuses. */
export const notices = {
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
  'notice.work.not-yet': 'That did not work yet. {seconds, plural, =-1 {Wait a little, then continue.} one {Wait # second, then '
    + 'continue.} other {Wait # seconds, then continue.}}',
  'notice.action.held': 'This is held for now: it waits, or takes another proof that it is you. Begin again on the '
    + 'page of your account, which says why.',
  'notice.throttled': 'Too many tries for now. {minutes, plural, =-1 {Wait a little, then try again.} one {Wait # '
    + 'minute, then try again.} other {Wait # minutes, then try again.}}',
  'notice.script.needed': 'This step needs JavaScript. Turn it on, or use another way.',
} as const;

export type NoticeWords = Readonly<Record<keyof typeof notices, string>>;
