/** Words of trusted contacts: naming them, and asking them whether it is really the owner. */
export const contacts = {
  'contact.offer.title': 'Ask somebody you trust',
  'contact.offer.text': 'You named people who can say that it is you. They get a mail, and you tell them a number. After '
    + 'their yes it takes {hours, plural, one {# hour} other {# hours}}, in which every address of this account can stop it.',
  'contact.submit': 'Ask them',
  'contact.other-way': 'I can’t reach them',
  'contact.asked.title': 'Call the person you trust',
  'contact.asked.text': 'They have a mail from {brand}. Call or meet them, and tell them this number. Do not write it. You '
    + 'can close this page; it shows the number again when you come back.',
  'contact.number': 'The number for them',
  'trusted-contact.somebody': 'somebody',
  'trusted-contact.accept': 'Yes, I will',
  'trusted-contact.decline': 'No, leave me out',
  'trusted-contact.confirm': 'It is really them',
  'trusted-contact.stop': 'It is not them',
  'trusted-contact.number': 'The number that they tell you',
  'trusted-contact.hint': 'Speak to them, by phone or face to face, and know their voice. Do not take it from a message.',
  'trusted-contact.ask.title': 'Be a trusted contact?',
  'trusted-contact.ask.text': '{owner} asks whether you would say, one day, that it is really them who lost the way into '
    + 'their account with {brand}. You get no access to it, and see nothing of it.',
  'trusted-contact.accepted.title': 'You are a trusted contact',
  'trusted-contact.accepted.text': 'If {owner} ever loses the way into their account with {brand}, you get a mail. You can '
    + 'leave at any time.',
  'trusted-contact.declined.title': 'You are not a contact',
  'trusted-contact.declined.text': 'You get no more mail about {owner}’s account with {brand}.',
  'trusted-contact.confirm.title': 'Is it really them?',
  'trusted-contact.confirm.text': 'Somebody says that they are {owner} and wants back into an account with {brand}, from: '
    + '{device}. If it is them, they can make a new way to sign in after a wait. You get no access.',
  'trusted-contact.confirmed.title': 'Thank you, that was it',
  'trusted-contact.confirmed.text': '{owner} can go on after a wait, in which they are told at every address of theirs.',
  'trusted-contact.stopped.title': 'It was stopped',
  'trusted-contact.stopped.text': 'Nobody gets into {owner}’s account with {brand} by that. Tell {owner} about it.',
  'trusted-contact.ended.title': 'Nothing to do any more',
  'trusted-contact.ended.text': 'This was settled or stopped by {owner}.',
  'mail.contact.be.subject': '{owner} asks you to be a trusted contact at {brand}',
  'mail.contact.be.intro': '{owner} asks whether you would say, one day, that it is really them who lost the way into their '
    + 'account with {brand}. You get no access to it.',
  'mail.contact.be.action': 'Say yes or no',
  'mail.contact.confirm.subject': 'Is it really {owner} who wants back into their account with {brand}?',
  'mail.contact.confirm.intro': 'Somebody says that they are {owner} and wants back into an account with {brand}. Speak to '
    + '{owner} before you do anything; they tell you a number.',
  'mail.contact.confirm.action': 'Look at it',
  'mail.contact.nothing': 'If you do nothing, nothing happens.',
  'mail.changed.contact-added.subject': 'A trusted contact was named for your account with {brand}',
  'mail.changed.contact-added.intro': 'Somebody who is signed in to your account named a person who can say that it is you, '
    + 'should you lose your way in.',
  'mail.changed.contact-removed.subject': 'A trusted contact was removed from your account with {brand}',
  'mail.changed.contact-removed.intro': 'Somebody who is signed in to your account took away a person who can say that it is '
    + 'you, should you lose your way in.',
  'account.contacts': 'Trusted contacts',
  'account.contacts.text': 'Name up to two people who can say that it is you if you lose your way in. They get no access.',
  'account.contacts.way': 'Trusted contacts',
  'account.contacts.address': 'Their e-mail address',
  'account.contacts.add': 'Ask them by mail',
  'account.contacts.asked': 'Has not answered yet',
  'account.contacts.accepted': 'Has said yes',
  'account.news.contact-asked': 'We have asked them by mail.',
  'account.news.contact-removed': 'They are no longer a contact.',
  'account.news.contact-refused': 'That address cannot be a contact: name two other people at most, each once.',
} as const;

export type ContactWords = Readonly<Record<keyof typeof contacts, string>>;
