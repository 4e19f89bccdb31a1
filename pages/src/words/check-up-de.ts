import type { checkUpInEnglish } from './check-up-en.ts';

export const checkUpInGerman: Readonly<Record<keyof typeof checkUpInEnglish, string>> = {
  'account.check-up': 'Prüfen, was Ihr Konto öffnet',
  'account.check-up.text': 'Dauert eine Minute. Es lohnt sich ab und zu, und wenn Sie Telefon oder Adresse gewechselt haben.',
  'account.check-up.start': 'Jetzt prüfen',
  'account.check-up.title': 'Stimmt das noch?',
  'account.check-up.lead': 'Was Sie hier sehen, kann Ihr Konto öffnen. Entfernen Sie, was Ihnen nicht gehört oder was Sie verloren haben.',
  'account.check-up.addresses': 'Ihre Adressen',
  'account.check-up.addresses-text': 'E-Mails an diese Adressen können helfen, Ihr Konto zu öffnen. Erreichen sie Sie noch?',
  'account.check-up.right': 'Ja, das stimmt alles',
  'account.news.looked-through': 'Danke. Es ist vermerkt, dass Sie Ihr Konto heute durchgesehen haben.',
};
