/** Words of ways that cross from one browser to another: links by mail. */
export const devicesInEnglish = {
  'way.email-link': 'Get a link by e-mail',
  'waits.itself': 'This page goes on by itself.',
  'email-link.title': 'Open the link in your e-mail',
  'email-link.lead': 'If this address can be used here, a link is on its way to it. It works for {minutes, plural, one '
    + '{# minute} other {# minutes}}, here or on another device.',
  'email-link.number': 'On another device, you are asked for this number',
  'email-link.submit': 'I have opened it',
  'email-link.again': 'Send a new link',
  'email-link.hint': 'Nothing there? Look in the spam folder, or send a new link.',
  'open-link.title-here': 'Go on here',
  'open-link.lead-here': 'You began in this browser. Go on, and you are signed in here.',
  'open-link.title-sign-in': 'Are you signing in on another screen?',
  'open-link.title-sign-up': 'Are you creating an account on another screen?',
  'open-link.lead': 'Somebody wants to go on to {application} in {device}, begun {minutes, plural, =0 {just now} one '
    + '{# minute ago} other {# minutes ago}}. Saying yes lets that screen in, not this one.',
  'open-link.some-browser': 'another browser',
  'open-link.number': 'Number on that screen',
  'open-link.hint': 'Two digits, on the screen where you began',
  'open-link.warning': 'Enter it only if you have that screen in front of you. {brand} never tells you a number by '
    + 'telephone or in a message; whoever does wants to get into your account.',
  'open-link.submit': 'Let that screen in',
  'open-link.not-me': 'I did not ask for this',
  'open-link.title-confirmed': 'Done here',
  'open-link.lead-confirmed': 'Go back to the screen where you began: it goes on by itself. You can close this page.',
  'open-link.title-ended': 'This link is stopped',
  'open-link.lead-ended': 'Nobody gets in with it. If it was you who began, send a new link from the screen where you '
    + 'began.',
  'notice.link.not-yet': 'Nobody has confirmed the link yet. Open it in your e-mail, then come back here.',
  'notice.link.ended': 'The link was stopped, by its reader or by wrong numbers. Send a new one.',
  'notice.link.expired': 'This link has expired. Send a new one.',
  'notice.link.sent-again': 'A new link is on its way. Only the newest works, with the number shown here now.',
  'notice.link.wait': 'Too many e-mails went to this address lately. Wait a little before you send another.',
  'notice.link.wrong-number': 'That is not the number on the other screen. After three wrong ones the link stops.',
  'mail.link.subject': 'Your link to {brand}',
  'mail.link.intro-sign-in': 'Somebody, hopefully you, wants to sign in to {brand}. If it was you, open this link:',
  'mail.link.intro-sign-up': 'Somebody, hopefully you, wants to create an account with {brand}. If it was you, open this '
    + 'link:',
  'mail.link.action': 'Open and go on',
  'mail.link.life': 'It works once, for {minutes, plural, one {# minute} other {# minutes}}. On another device than the '
    + 'one where you began, you are asked for the number shown there.',
  'mail.link.stop': 'If you did not ask for it, do not open it, and do not forward it: without it nobody gets in.',
} as const;
