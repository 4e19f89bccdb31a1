/** Words of getting back into an account by waiting, or by another person's yes. */
export const recovery = {
  'recovery-code.title': 'Enter a recovery code',
  'recovery-code.lead': 'One of the codes that you saved when you set up sign-in. It works once.',
  'recovery-code.label': 'Recovery code',
  'recovery-code.none': 'I have no recovery code',
  'account.kind.recovery-case': 'Recovery',
  'wait.offer.title': 'Get back in by waiting',
  'wait.offer.text': 'You can make a new way to sign in after {hours, plural, one {# hour} other {# hours}}. Until then '
    + 'every address of this account can stop it, so that nobody else can take it over.',
  'wait.submit': 'Start waiting',
  'wait.other-way': 'Ask support instead',
  'approve.offer.title': 'Ask support to help',
  'approve.offer.text': 'Contact the support of {brand}; somebody there makes sure that it is you. After their yes it takes '
    + '{hours, plural, one {# hour} other {# hours}}, in which every address of this account can stop it.',
  'approve.submit': 'Ask support',
  'approve.other-way': 'Neither works for me',
  'recovery.asked.title': 'Support has your request',
  'recovery.asked.text': 'Contact the support of {brand} and tell them this number; they make sure that it is you. We write to every address of this '
    + 'account as soon as there is an answer. You can close this page.',
  'recovery.number': 'Number of your request',
  'recovery.waiting.title': 'Now it takes time',
  'recovery.waiting.text': 'You can go on after {due}. We have written to every address of this account, and write again '
    + 'then. You can close this page.',
  'recovery.later': 'Come back later',
  'refuse.recovery-waits.title': 'Your request is kept',
  'refuse.recovery-waits.text': 'We write to you when you can go on. Nothing has changed until then.',
  'stop-recovery.ask.title': 'Stop this recovery?',
  'stop-recovery.ask.text': 'On {at} somebody began to get back into your account with {brand}, from: {device}. If that was '
    + 'not you, stop it here. Whoever it was can read mail to one of your addresses: change that mailbox’s password, too.',
  'stop-recovery.somewhere': 'a device that is not known',
  'stop-recovery.submit': 'Stop it',
  'stop-recovery.stopped.title': 'It was stopped',
  'stop-recovery.stopped.text': 'Nobody gets into your account with {brand} by that. Change the password of your mailbox '
    + 'if it was not you who asked.',
  'stop-recovery.too-late.title': 'It can no longer be stopped here',
  'stop-recovery.too-late.text': 'This recovery was finished or closed. If it was not you, choose “This was not me” in the '
    + 'last mail about it, and tell the support of {brand}.',
  'mail.recovery.due': 'Can go on after',
  'mail.recovery.stop': 'If this was not you, stop it before then.',
  'mail.recovery.cancel': 'Stop this recovery',
  'mail.recovery.resume': 'Go on with the recovery',
  'mail.recovery.asked.subject': 'Somebody asks to get back into your account with {brand}',
  'mail.recovery.asked.intro': 'Somebody who can read mail to one of your addresses asked for help to get back into your '
    + 'account. It takes another person’s yes, and then time in which you can stop it.',
  'mail.recovery.waiting.subject': 'Somebody is getting back into your account with {brand}',
  'mail.recovery.waiting.intro': 'Somebody who can read mail to one of your addresses is getting back into your account. '
    + 'It takes time, so that you can stop it.',
  'mail.recovery.ready.subject': 'You can go on to get back into your account with {brand}',
  'mail.recovery.ready.intro': 'The wait is over. Whoever asked can now make a new way to sign in.',
  'mail.recovery.finished.subject': 'Your account with {brand} was recovered',
  'mail.recovery.finished.intro': 'Somebody got back into your account and made a new way to sign in. Everybody who was '
    + 'signed in before is signed out.',
  'mail.recovery.refused.subject': 'A recovery of your account with {brand} was refused',
  'mail.recovery.refused.intro': 'Whoever was asked could not make sure that it was you who wanted back into your account. '
    + 'Nothing has changed.',
  'mail.recovery.cancelled.subject': 'A recovery of your account with {brand} was stopped',
  'mail.recovery.cancelled.intro': 'From one of your addresses the recovery of your account was stopped. Nothing has changed.',
} as const;

export type RecoveryWords = Readonly<Record<keyof typeof recovery, string>>;
