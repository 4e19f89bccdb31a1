/** Why decisions about what a person does came out as they did, in words for that person, and what happens next. */
export const decisions = {
  'because.asked': 'Why you are asked',
  'because.title': 'Why',
  'because.device-new': 'This browser is new to your account.',
  'because.place-new': 'You are in another country than usual.',
  'because.connection-new': 'You are connected to the internet in another way than usual.',
  'because.time-unusual': 'You are here at another time of day than usual.',
  'because.recovery-under-way': 'Somebody is getting back into this account at the moment. If that is not you, the link in our message to '
    + 'you stops it.',
  'because.recovered-lately': 'This account was recovered not long ago.',
  'because.contact-changed': 'An address or number of this account was changed not long ago.',
  'because.credential-changed': 'A way to sign in to this account was changed not long ago.',
  'because.proof-old': 'It has been a while since you last confirmed that it is you.',
  'because.unusual': 'Something about this sign-in is not as usual.',
  'answer.challenge': 'Confirm that it is you, then try again.',
  'answer.delay': 'This takes effect later, so that you can stop it if it was not you. We have written to you.',
  'answer.review': 'Somebody has to look at this first. Try again later; we have written to you.',
  'answer.deny': 'This is not possible at the moment.',
  'held.delay.title': 'This has to wait',
  'held.delay.text': 'Nothing has changed yet. Come back after the time below and do it again; then it goes through. We have '
    + 'told all your addresses and numbers. If it was not you, the link in that message stops it.',
  'held.delay.until': 'Possible from',
  'held.review.title': 'Somebody has to look at this first',
  'held.review.text': 'Nothing has changed yet. Somebody at {brand} looks at it before the time below. After a yes, come back '
    + 'and do it again; then it goes through.',
  'held.review.until': 'Looked at by',
  'held.deny.title': 'This cannot be done right now',
  'held.deny.text': 'Nothing has changed. Sign out, sign in again on a device that you have used here before, and try once '
    + 'more. If that does not help, ask the support desk of {brand}.',
  'account.news.confirmed': 'It is confirmed that it is you. Now save your changes once more.',
  'account.did.decision.made': 'Something was asked for in your account',
  'account.decided.notify': 'It went through, and you were told',
  'account.decided.challenge': 'It was asked to confirm that it is you',
  'account.decided.delay': 'It has to wait',
  'account.decided.review': 'Somebody looks at it first',
  'account.decided.deny': 'It was refused',
} as const;

export type DecisionWords = Readonly<Record<keyof typeof decisions, string>>;
