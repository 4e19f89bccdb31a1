import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'Code für den Notfall eingeben',
  'recovery-code.lead': 'Einer der Codes, die Sie beim Einrichten gespeichert haben. Er gilt einmal.',
  'recovery-code.label': 'Wiederherstellungscode',
  'recovery-code.none': 'Ich habe keinen Wiederherstellungscode',
  'account.kind.recovery-case': 'Wiederherstellung',
  'wait.offer.title': 'Durch Warten wieder hineinkommen',
  'wait.offer.text': 'Nach {hours, plural, one {# Stunde} other {# Stunden}} können Sie eine neue Anmeldung einrichten. Bis '
    + 'dahin kann jede Adresse dieses Kontos es anhalten, damit niemand sonst es übernimmt.',
  'wait.submit': 'Warten beginnen',
  'wait.other-way': 'Lieber den Support fragen',
  'approve.offer.title': 'Den Support fragen',
  'approve.offer.text': 'Wenden Sie sich an den Support von {brand}; dort vergewissert sich jemand, dass Sie es sind. Nach '
    + 'der Zusage dauert es {hours, plural, one {# Stunde} other {# Stunden}}, in denen jede Adresse dieses Kontos es '
    + 'anhalten kann.',
  'approve.submit': 'Support fragen',
  'approve.other-way': 'Beides geht bei mir nicht',
  'recovery.asked.title': 'Der Support hat Ihre Anfrage',
  'recovery.asked.text': 'Wenden Sie sich an den Support von {brand} und nennen Sie diese Nummer; dort vergewissert man sich, dass Sie es sind. Sobald es '
    + 'eine Antwort gibt, schreiben wir an jede Adresse dieses Kontos. Sie können diese Seite schließen.',
  'recovery.number': 'Nummer Ihrer Anfrage',
  'recovery.waiting.title': 'Jetzt braucht es Zeit',
  'recovery.waiting.text': 'Nach {due} können Sie weitermachen. Wir haben an jede Adresse dieses Kontos geschrieben und '
    + 'schreiben dann noch einmal. Sie können diese Seite schließen.',
  'recovery.later': 'Später wiederkommen',
  'refuse.recovery-waits.title': 'Ihre Anfrage ist gespeichert',
  'refuse.recovery-waits.text': 'Wir schreiben Ihnen, sobald Sie weitermachen können. Bis dahin ändert sich nichts.',
  'stop-recovery.ask.title': 'Diese Wiederherstellung anhalten?',
  'stop-recovery.ask.text': 'Am {at} hat jemand begonnen, wieder in Ihr Konto bei {brand} zu kommen, von: {device}. Waren '
    + 'Sie das nicht, halten Sie es hier an. Wer es auch war, kann E-Mails an eine Ihrer Adressen lesen: Ändern Sie auch '
    + 'das Passwort dieses Postfachs.',
  'stop-recovery.somewhere': 'einem unbekannten Gerät',
  'stop-recovery.submit': 'Anhalten',
  'stop-recovery.stopped.title': 'Es wurde angehalten',
  'stop-recovery.stopped.text': 'Damit kommt niemand in Ihr Konto bei {brand}. Ändern Sie das Passwort Ihres Postfachs, '
    + 'wenn nicht Sie gefragt haben.',
  'stop-recovery.too-late.title': 'Es lässt sich hier nicht mehr anhalten',
  'stop-recovery.too-late.text': 'Diese Wiederherstellung ist beendet oder geschlossen. Waren Sie das nicht, wählen Sie in '
    + 'der letzten E-Mail dazu „Das war ich nicht“ und sagen Sie es dem Support von {brand}.',
  'mail.recovery.due': 'Geht weiter nach',
  'mail.recovery.stop': 'Waren Sie das nicht, halten Sie es vorher an.',
  'mail.recovery.cancel': 'Wiederherstellung anhalten',
  'mail.recovery.resume': 'Mit der Wiederherstellung weitermachen',
  'mail.recovery.asked.subject': 'Jemand möchte wieder in Ihr Konto bei {brand}',
  'mail.recovery.asked.intro': 'Jemand, der E-Mails an eine Ihrer Adressen lesen kann, sucht Hilfe, um wieder in Ihr Konto '
    + 'zu kommen. Dazu muss ein anderer Mensch zusagen, und dann braucht es Zeit, in der Sie es anhalten können.',
  'mail.recovery.waiting.subject': 'Jemand kommt wieder in Ihr Konto bei {brand}',
  'mail.recovery.waiting.intro': 'Jemand, der E-Mails an eine Ihrer Adressen lesen kann, kommt wieder in Ihr Konto. Das '
    + 'braucht Zeit, damit Sie es anhalten können.',
  'mail.recovery.ready.subject': 'Sie können weitermachen, um in Ihr Konto bei {brand} zu kommen',
  'mail.recovery.ready.intro': 'Die Wartezeit ist vorbei. Wer gefragt hat, kann jetzt eine neue Anmeldung einrichten.',
  'mail.recovery.finished.subject': 'Ihr Konto bei {brand} wurde wiederhergestellt',
  'mail.recovery.finished.intro': 'Jemand ist wieder in Ihr Konto gekommen und hat eine neue Anmeldung eingerichtet. Alle, '
    + 'die vorher angemeldet waren, sind abgemeldet.',
  'mail.recovery.refused.subject': 'Eine Wiederherstellung Ihres Kontos bei {brand} wurde abgelehnt',
  'mail.recovery.refused.intro': 'Wer gefragt wurde, konnte sich nicht vergewissern, dass Sie es waren, der wieder in Ihr '
    + 'Konto wollte. Es hat sich nichts geändert.',
  'mail.recovery.cancelled.subject': 'Eine Wiederherstellung Ihres Kontos bei {brand} wurde angehalten',
  'mail.recovery.cancelled.intro': 'Von einer Ihrer Adressen aus wurde die Wiederherstellung Ihres Kontos angehalten. Es hat '
    + 'sich nichts geändert.',
};
