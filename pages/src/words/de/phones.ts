import type { PhoneWords } from '../en/phones.ts';

export const phones: PhoneWords = {
  'identify.email-or-phone': 'E-Mail-Adresse oder Handynummer',
  'identify.work-name-or-phone': 'Dienstliche E-Mail, Benutzername oder Handynummer',
  'identify.sign-up-lead-phone': 'Geben Sie Ihre E-Mail-Adresse oder Handynummer ein. Ein Code, der dorthin geht, zeigt, dass sie Ihnen '
    + 'gehört.',
  'sms-code.title': 'Sehen Sie auf Ihr Handy',
  'sms-code.lead': 'Wenn diese Nummer hier verwendet werden kann, ist eine SMS mit einem Code unterwegs. Er gilt '
    + '{minutes, plural, one {# Minute} other {# Minuten}}.',
  'sms-code.label': 'Code aus der SMS',
  'sms-code.again': 'Neuen Code senden',
  'sms-code.hint': 'Eine SMS kann eine Minute brauchen. Kein Netz oder eine neue Nummer? Nehmen Sie einen anderen Weg.',
  'sms-code.restricted': 'Wer an eine Nummer gelangt, kann ihre SMS lesen. Ein Passkey ist sicherer, wo Sie einen verwenden können.',
  'sms-code.other-way': 'Anderen Weg nehmen',
  'create-account.lead-phone': 'Ihre Handynummer ist bestätigt.',
  'choose-method.sms-code': 'Code per SMS',
  'account.kind.sms-code': 'Code per SMS',
  'verify-phone.title': 'Handynummer hinzufügen',
  'verify-phone.lead': 'Mit einem Code per SMS kommen Sie wieder hinein, wenn Sie Ihre E-Mails nicht mehr lesen können.',
  'verify-phone.number': 'Handynummer',
  'verify-phone.hint': 'Sie zählt, sobald Sie den Code eingegeben haben, den wir dorthin senden. Sie dient für Codes und für '
    + 'Nachrichten über Ihr Konto.',
  'notice.phone.invalid': 'Das ist keine Handynummer. Schreiben Sie sie mit dem Land, zum Beispiel +49 1512 3456789.',
  'notice.phone.taken': 'Diese Nummer gehört zu einem anderen Konto. Verwenden Sie eine andere.',
  'notice.phone.known': 'Ihr Konto hat diese Nummer bereits.',
  'notice.phone.not-here': 'In dieses Land werden von hier keine SMS gesendet. Nehmen Sie eine andere Nummer oder einen anderen Weg.',
  'notice.sms.wait': 'Im Moment können keine weiteren SMS gesendet werden. Nehmen Sie einen anderen Weg oder versuchen Sie es '
    + 'später noch einmal.',
  'text.code': '{code} ist Ihr Code für {brand}. Er gilt {minutes, plural, one {# Minute} other {# Minuten}}. Sagen Sie ihn niemandem.',
  'text.code-contact': '{code} ist der Code, der diese Nummer zu Ihrem Konto bei {brand} hinzufügt. Er gilt '
    + '{minutes, plural, one {# Minute} other {# Minuten}}. Sagen Sie ihn niemandem.',
  'mail.changed.phone-added.subject': 'Zu Ihrem Konto bei {brand} kam eine Handynummer hinzu',
  'mail.changed.phone-added.intro': 'Zu Ihrem Konto kam eine Handynummer hinzu. Codes zur Anmeldung können von nun an dorthin gehen.',
  'mail.changed.phone-removed.subject': 'Aus Ihrem Konto bei {brand} wurde eine Handynummer entfernt',
  'mail.changed.phone-removed.intro': 'Aus Ihrem Konto wurde eine Handynummer entfernt. Dorthin gehen keine Codes mehr.',
  'mail.changed.email-removed.subject': 'Aus Ihrem Konto bei {brand} wurde eine E-Mail-Adresse entfernt',
  'mail.changed.email-removed.intro': 'Aus Ihrem Konto wurde eine E-Mail-Adresse entfernt. Dorthin gehen keine Codes mehr.',
  'account.reach': 'Wie wir Sie erreichen',
  'account.reach.text': 'Hierhin gehen Codes und Nachrichten über Ihr Konto.',
  'account.reach.way': 'Adressen und Nummern',
  'account.reach.last': 'Die letzte bleibt',
  'account.reach.add-email': 'E-Mail-Adresse hinzufügen',
  'account.reach.add-phone': 'Handynummer hinzufügen',
  'account.news.place-removed': 'Sie wurde entfernt, und alle Ihre anderen Adressen wurden benachrichtigt.',
  'account.news.place-last': 'Diese bleibt: Ohne sie würde Sie nichts mehr erreichen.',
};
