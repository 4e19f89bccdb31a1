/** Words of the check-up: what opens an account, looked through by its owner. */
export const checkUpInEnglish = {
  'account.check-up': 'Check what opens your account',
  'account.check-up.text': 'Takes a minute. Worth it once in a while, and after you change your phone or your address.',
  'account.check-up.start': 'Check now',
  'account.check-up.title': 'Is this still right?',
  'account.check-up.lead': 'What you see here can open your account. Remove what is not yours or what you have lost.',
  'account.check-up.addresses': 'Your addresses',
  'account.check-up.addresses-text': 'Mail to these can help to open your account. Can you still read it?',
  'account.check-up.right': 'Yes, all of this is right',
  'account.news.looked-through': 'Thank you. It is noted that you looked through your account today.',
} as const;
