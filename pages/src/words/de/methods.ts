import type { MethodWords } from '../en/methods.ts';

export const methods: MethodWords = {
  'proof-of-work.title': 'Einen Augenblick',
  'proof-of-work.lead': 'Ihr Gerät löst eine kleine Rechenaufgabe, damit niemand tausendfach hierherkommen kann. Sie müssen nichts tun.',
  'proof-of-work.wait': 'Ohne JavaScript warten Sie {seconds, plural, one {# Sekunde} other {# Sekunden}} und wählen dann „Weiter“.',
  'enrol-passkey.title': 'Ohne Passwort anmelden',
  'enrol-passkey.title-required': 'Passkey einrichten',
  'enrol-passkey.new-account': 'Erstellen Sie einen Passkey: Beim nächsten Mal genügen Gesicht, Fingerabdruck oder '
    + 'Bildschirmsperre.',
  'enrol-passkey.faster-next-time': 'Mit einem Passkey genügen beim nächsten Mal Gesicht, Fingerabdruck oder '
    + 'Bildschirmsperre.',
  'enrol-passkey.required': 'Dafür ist eine Anmeldung nötig, die gegen Phishing sicher ist. Ein Passkey ist '
    + 'in wenigen Sekunden eingerichtet.',
  'enrol-passkey.replaces-lost': 'Sie sind wieder da. Erstellen Sie auf diesem Gerät einen Passkey, um sich ab jetzt '
    + 'anzumelden. Alle, die in Ihrem Konto angemeldet waren, werden abgemeldet.',
  'enrol-passkey.point-quick': 'Nichts zu merken und nichts zu tippen',
  'enrol-passkey.point-safe': 'Gilt nur hier und kann keiner falschen Seite verraten werden',
  'enrol-passkey.point-private': 'Gesicht und Fingerabdruck bleiben auf Ihrem Gerät',
  'enrol-passkey.submit': 'Passkey erstellen',
  'enrol-passkey.skip': 'Jetzt nicht',
  'enrol-passkey.exists': 'Auf diesem Gerät gibt es schon einen Passkey für dieses Konto.',
  'enrol-passkey.cancelled': 'Es wurde kein Passkey erstellt. Versuchen Sie es noch einmal oder wählen Sie einen '
    + 'anderen Weg.',
  'choose-method.title': 'Wie möchten Sie weitermachen?',
  'choose-method.lead': 'Wählen Sie, was Sie zur Hand haben.',
  'choose-method.passkey': 'Mit Passkey',
  'choose-method.totp': 'Code aus der App',
  'choose-method.password': 'Passwort',
  'choose-method.email-code': 'Code per E-Mail',
  'choose-method.recovery-code': 'Wiederherstellungscode',
  'choose-method.none': 'Nichts davon',
  'choose-method.back': 'Zurück',
  'verify-contact.title': 'E-Mail-Adresse hinzufügen',
  'verify-contact.lead':
    'Mit einer zweiten Adresse kommen Sie auch dann hinein, wenn Sie die erste nicht mehr lesen können.',
  'verify-contact.address': 'E-Mail-Adresse',
  'verify-contact.hint': 'Sie gilt, sobald Sie den Code eingegeben haben, den wir dorthin senden.',
  'verify-contact.sent': 'Ein Code ist unterwegs. Er gilt {minutes, plural, one {# Minute} other {# Minuten}}.',
  'verify-contact.skip': 'Jetzt nicht',
  'notice.email.taken': 'Diese Adresse gehört zu einem anderen Konto. Nehmen Sie eine andere.',
  'notice.email.known': 'Ihr Konto hat diese Adresse schon.',
  'mail.code.intro-contact': 'Mit diesem Code fügen Sie diese Adresse Ihrem Konto bei {brand} hinzu:',
  'mail.changed.email-added.subject': 'Ihr Konto bei {brand} hat eine neue E-Mail-Adresse',
  'mail.changed.email-added.intro':
    'Ihrem Konto wurde eine E-Mail-Adresse hinzugefügt. Codes zum Anmelden können von nun an auch dorthin gesendet werden.',
};
