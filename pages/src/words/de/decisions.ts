import type { DecisionWords } from '../en/decisions.ts';

export const decisions: DecisionWords = {
  'because.asked': 'Warum Sie gefragt werden',
  'because.title': 'Warum',
  'because.device-new': 'Dieser Browser ist für Ihr Konto neu.',
  'because.place-new': 'Sie sind in einem anderen Land als sonst.',
  'because.connection-new': 'Sie sind auf einem anderen Weg als sonst mit dem Internet verbunden.',
  'because.time-unusual': 'Sie sind zu einer anderen Tageszeit hier als sonst.',
  'because.recovery-under-way': 'Jemand verschafft sich gerade wieder Zugang zu diesem Konto. Wenn Sie das nicht sind, stoppt es der Link '
    + 'in unserer Nachricht an Sie.',
  'because.recovered-lately': 'Dieses Konto wurde vor Kurzem wiederhergestellt.',
  'because.contact-changed': 'Eine Adresse oder Nummer dieses Kontos wurde vor Kurzem geändert.',
  'because.credential-changed': 'Eine Anmeldemöglichkeit dieses Kontos wurde vor Kurzem geändert.',
  'because.proof-old': 'Es ist eine Weile her, dass Sie zuletzt bestätigt haben, dass Sie es sind.',
  'because.unusual': 'Etwas an dieser Anmeldung ist anders als sonst.',
  'answer.challenge': 'Bestätigen Sie, dass Sie es sind, und versuchen Sie es dann noch einmal.',
  'answer.delay': 'Das wird erst später wirksam, damit Sie es stoppen können, falls Sie es nicht waren. Wir haben Ihnen '
    + 'geschrieben.',
  'answer.review': 'Das muss sich erst jemand ansehen. Versuchen Sie es später noch einmal; wir haben Ihnen geschrieben.',
  'answer.deny': 'Das ist im Moment nicht möglich.',
  'held.delay.title': 'Das muss warten',
  'held.delay.text': 'Noch hat sich nichts geändert. Kommen Sie nach dem Zeitpunkt unten wieder und machen Sie es noch einmal; '
    + 'dann geht es. Wir haben alle Ihre Adressen und Nummern benachrichtigt. Wenn Sie es nicht waren, stoppt es '
    + 'der Link in dieser Nachricht.',
  'held.delay.until': 'Möglich ab',
  'held.review.title': 'Das muss sich erst jemand ansehen',
  'held.review.text': 'Noch hat sich nichts geändert. Jemand bei {brand} sieht es sich bis zum Zeitpunkt unten an. Nach einem Ja '
    + 'kommen Sie wieder und machen es noch einmal; dann geht es.',
  'held.review.until': 'Wird angesehen bis',
  'held.deny.title': 'Das geht gerade nicht',
  'held.deny.text': 'Es hat sich nichts geändert. Melden Sie sich ab, melden Sie sich auf einem Gerät wieder an, das Sie hier '
    + 'schon benutzt haben, und versuchen Sie es noch einmal. Wenn das nicht hilft, fragen Sie den Kundendienst '
    + 'von {brand}.',
  'account.news.confirmed': 'Es ist bestätigt, dass Sie es sind. Speichern Sie Ihre Änderungen jetzt noch einmal.',
  'account.did.decision.made': 'In Ihrem Konto wurde etwas verlangt',
  'account.decided.notify': 'Es ging durch, und Sie wurden benachrichtigt',
  'account.decided.challenge': 'Es wurde um eine Bestätigung gebeten, dass Sie es sind',
  'account.decided.delay': 'Es muss warten',
  'account.decided.review': 'Jemand sieht es sich erst an',
  'account.decided.deny': 'Es wurde abgelehnt',
};
