/** What mails say. */
export const mails = {
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
  'mail.changed.recovery-begun.subject': 'Recovery of your account with {brand} has begun',
  'mail.changed.recovery-begun.intro': 'Somebody has begun to get back into your account as if they had lost what it is opened with. '
    + 'Nothing has changed yet.',
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
  'mail.new-sign-in.subject': 'A sign-in to your account with {brand} that was not as usual',
  'mail.new-sign-in.intro': 'Somebody signed in to your account with {brand} in another way than usual. If '
    + 'that was you, there is nothing to do.',
  'mail.new-sign-in.country': 'Country',
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
  'mail.action.done.subject': 'Something was done in your account with {brand}',
  'mail.action.done': 'Somebody who is signed in to your account did this. Nothing was held up; we only tell you.',
  'mail.action.in-review.subject': 'A change to your account with {brand} is being looked at',
  'mail.action.in-review': 'Somebody who is signed in to your account asked for this. It is done only once somebody at '
    + '{brand} has looked at it.',
  'mail.action.approved.subject': 'A change to your account with {brand} may go ahead',
  'mail.action.approved': 'Somebody at {brand} has looked at this and said yes. Whoever asked for it can now finish it, '
    + 'once, within a week.',
  'mail.action.refused.subject': 'A change to your account with {brand} was refused',
  'mail.action.refused': 'Somebody at {brand} has looked at this and said no. Nothing was changed.',
  'mail.action.expired.subject': 'A change to your account with {brand} was not made',
  'mail.action.expired': 'Nobody at {brand} could look at this in time. Nothing was changed; it can be asked for again.',
  'mail.footer': 'Sent by {brand} to {address}, because of what is described above. This is not advertising.',
} as const;

export type MailWords = Readonly<Record<keyof typeof mails, string>>;
