import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'Jemanden fragen, dem Sie vertrauen',
  'contact.offer.text': 'Sie haben Menschen genannt, die sagen können, dass Sie es sind. Sie bekommen eine E-Mail, und Sie '
    + 'sagen ihnen eine Zahl. Nach der Zusage dauert es {hours, plural, one {# Stunde} other {# Stunden}}, in denen jede '
    + 'Adresse dieses Kontos es anhalten kann.',
  'contact.submit': 'Fragen',
  'contact.other-way': 'Ich erreiche sie nicht',
  'contact.asked.title': 'Rufen Sie die Person an, der Sie vertrauen',
  'contact.asked.text': 'Sie hat eine E-Mail von {brand}. Rufen Sie an oder treffen Sie sich und sagen Sie diese Zahl. '
    + 'Schreiben Sie sie nicht. Sie können diese Seite schließen; die Zahl steht wieder da, wenn Sie zurückkommen.',
  'contact.number': 'Die Zahl für diese Person',
  'trusted-contact.somebody': 'jemand',
  'trusted-contact.accept': 'Ja, mache ich',
  'trusted-contact.decline': 'Nein, ohne mich',
  'trusted-contact.confirm': 'Sie ist es wirklich',
  'trusted-contact.stop': 'Sie ist es nicht',
  'trusted-contact.number': 'Die Zahl, die man Ihnen sagt',
  'trusted-contact.hint': 'Sprechen Sie miteinander, am Telefon oder persönlich, und erkennen Sie die Stimme. Nehmen Sie die '
    + 'Zahl aus keiner Nachricht.',
  'trusted-contact.ask.title': 'Vertrauensperson sein?',
  'trusted-contact.ask.text': '{owner} fragt, ob Sie eines Tages sagen würden, dass es wirklich {owner} ist, falls der Zugang '
    + 'zum Konto bei {brand} verloren geht. Sie bekommen keinen Zugang und sehen nichts davon.',
  'trusted-contact.accepted.title': 'Sie sind Vertrauensperson',
  'trusted-contact.accepted.text': 'Wenn {owner} einmal den Zugang zum Konto bei {brand} verliert, bekommen Sie eine E-Mail. '
    + 'Sie können jederzeit aufhören.',
  'trusted-contact.declined.title': 'Sie sind keine Vertrauensperson',
  'trusted-contact.declined.text': 'Sie bekommen keine E-Mails mehr über das Konto von {owner} bei {brand}.',
  'trusted-contact.confirm.title': 'Ist sie es wirklich?',
  'trusted-contact.confirm.text': 'Jemand sagt, {owner} zu sein, und möchte wieder in ein Konto bei {brand}, von: {device}. '
    + 'Stimmt das, kann {owner} nach einer Wartezeit eine neue Anmeldung einrichten. Sie bekommen keinen Zugang.',
  'trusted-contact.confirmed.title': 'Danke, das war alles',
  'trusted-contact.confirmed.text': '{owner} kann nach einer Wartezeit weitermachen, in der es an jede eigene Adresse gesagt '
    + 'wird.',
  'trusted-contact.stopped.title': 'Es wurde angehalten',
  'trusted-contact.stopped.text': 'Damit kommt niemand in das Konto von {owner} bei {brand}. Sagen Sie es {owner}.',
  'trusted-contact.ended.title': 'Nichts mehr zu tun',
  'trusted-contact.ended.text': 'Das ist erledigt oder wurde von {owner} angehalten.',
  'mail.contact.be.subject': '{owner} fragt, ob Sie bei {brand} Vertrauensperson sein möchten',
  'mail.contact.be.intro': '{owner} fragt, ob Sie eines Tages sagen würden, dass es wirklich {owner} ist, falls der Zugang zum '
    + 'Konto bei {brand} verloren geht. Sie bekommen keinen Zugang.',
  'mail.contact.be.action': 'Ja oder Nein sagen',
  'mail.contact.confirm.subject': 'Möchte wirklich {owner} wieder in das Konto bei {brand}?',
  'mail.contact.confirm.intro': 'Jemand sagt, {owner} zu sein, und möchte wieder in ein Konto bei {brand}. Sprechen Sie mit '
    + '{owner}, bevor Sie etwas tun; man sagt Ihnen eine Zahl.',
  'mail.contact.confirm.action': 'Ansehen',
  'mail.contact.nothing': 'Wenn Sie nichts tun, geschieht nichts.',
  'mail.changed.contact-added.subject': 'Für Ihr Konto bei {brand} wurde eine Vertrauensperson genannt',
  'mail.changed.contact-added.intro': 'Jemand, der in Ihrem Konto angemeldet ist, hat eine Person genannt, die sagen kann, '
    + 'dass Sie es sind, falls Sie den Zugang verlieren.',
  'mail.changed.contact-removed.subject': 'In Ihrem Konto bei {brand} wurde eine Vertrauensperson entfernt',
  'mail.changed.contact-removed.intro': 'Jemand, der in Ihrem Konto angemeldet ist, hat eine Person entfernt, die sagen '
    + 'kann, dass Sie es sind, falls Sie den Zugang verlieren.',
  'account.contacts': 'Vertrauenspersonen',
  'account.contacts.text': 'Nennen Sie bis zu zwei Menschen, die sagen können, dass Sie es sind, falls Sie den Zugang '
    + 'verlieren. Sie bekommen keinen Zugang.',
  'account.contacts.way': 'Vertrauenspersonen',
  'account.contacts.address': 'Deren E-Mail-Adresse',
  'account.contacts.add': 'Per E-Mail fragen',
  'account.contacts.asked': 'Hat noch nicht geantwortet',
  'account.contacts.accepted': 'Hat zugesagt',
  'account.news.contact-asked': 'Wir haben per E-Mail gefragt.',
  'account.news.contact-removed': 'Diese Person ist keine Vertrauensperson mehr.',
  'account.news.contact-refused': 'Diese Adresse geht nicht: Nennen Sie höchstens zwei andere Menschen, jeden einmal.',
};
