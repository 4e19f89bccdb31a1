import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'Guten Tag,',
  'mail.code.subject': '{code} ist Ihr Code für {brand}',
  'mail.code.intro-sign-in': 'Mit diesem Code melden Sie sich bei {brand} an:',
  'mail.code.intro-sign-up': 'Mit diesem Code erstellen Sie Ihr Konto bei {brand}:',
  'mail.code.life': 'Er gilt {minutes, plural, one {# Minute} other {# Minuten}}, einmal und nur auf der Seite, auf '
    + 'der Sie ihn angefordert haben.',
  'mail.code.stop': 'Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun: Ohne diesen Code kommt niemand '
    + 'hinein. {brand} fragt Sie nie am Telefon oder in einer Nachricht danach.',
  'mail.no-account.subject': 'Anmeldung bei {brand}',
  'mail.no-account.intro': 'Jemand wollte sich mit dieser Adresse bei {brand} anmelden, aber es gibt kein Konto mit '
    + 'ihr.',
  'mail.no-account.sign-up': 'Wenn Sie das waren, haben Sie vielleicht eine andere Adresse verwendet, oder Sie können '
    + 'ein Konto erstellen.',
  'mail.no-account.other': 'Wenn Sie das waren, haben Sie vielleicht eine andere Adresse verwendet.',
  'mail.no-account.action': 'Konto erstellen',
  'mail.no-account.stop': 'Wenn Sie es nicht waren, brauchen Sie nichts zu tun.',
  'mail.invitation.subject': 'Ihr Konto bei {brand}',
  'mail.invitation.intro': '{brand} hat ein Konto für Sie eingerichtet. Wählen Sie, wie Sie sich anmelden möchten; das '
    + 'dauert etwa eine Minute.',
  'mail.invitation.again': '{brand} hat einen Link erstellt, mit dem Sie Ihre Anmeldung neu einrichten können, zum '
    + 'Beispiel nach dem Verlust eines Geräts.',
  'mail.invitation.life-minutes': 'Der Link gilt einmal und {minutes, plural, one {# Minute} other {# Minuten}} lang. '
    + 'Danach fragen Sie nach einem neuen.',
  'mail.invitation.action': 'Anmeldung einrichten',
  'mail.invitation.life': 'Der Link gilt einmal und {hours, plural, one {# Stunde} other {# Stunden}} lang. Danach '
    + 'fordern Sie einen neuen an.',
  'mail.invitation.stop': 'Wenn Sie das nicht erwartet haben, verwenden Sie den Link nicht und sagen Sie es {brand}.',
  'mail.changed.passkey-added.subject': 'Ihrem Konto bei {brand} wurde ein Passkey hinzugefügt',
  'mail.changed.passkey-added.intro': 'Ihrem Konto wurde ein Passkey hinzugefügt. Ab jetzt kann er zum Anmelden '
    + 'verwendet werden.',
  'mail.changed.password-set.subject': 'Das Passwort Ihres Kontos bei {brand} wurde geändert',
  'mail.changed.password-set.intro': 'Das Passwort Ihres Kontos wurde festgelegt oder geändert.',
  'mail.changed.totp-added.subject': 'Ihrem Konto bei {brand} wurde eine Authenticator-App hinzugefügt',
  'mail.changed.totp-added.intro': 'Ihrem Konto wurde eine Authenticator-App hinzugefügt. Ab jetzt können ihre Codes '
    + 'zum Anmelden verwendet werden.',
  'mail.changed.removed.subject': 'Ein Anmeldeweg wurde aus Ihrem Konto bei {brand} entfernt',
  'mail.changed.removed.intro': 'Ein Anmeldeweg wurde aus Ihrem Konto entfernt.',
  'mail.changed.recovery-codes-made.subject': 'Neue Wiederherstellungscodes für Ihr Konto bei {brand}',
  'mail.changed.recovery-codes-made.intro': 'Für Ihr Konto wurden neue Wiederherstellungscodes erstellt. Frühere gelten '
    + 'nicht mehr.',
  'mail.changed.recovery-begun.subject': 'Die Wiederherstellung Ihres Kontos bei {brand} hat begonnen',
  'mail.changed.recovery-begun.intro': 'Jemand hat begonnen, den Zugang zu Ihrem Konto wiederherzustellen, weil die Anmeldung angeblich '
    + 'nicht mehr geht. Noch hat sich nichts geändert.',
  'mail.changed.recovery-code-used.subject': 'Ein Wiederherstellungscode Ihres Kontos bei {brand} wurde verwendet',
  'mail.changed.recovery-code-used.intro': 'Jemand hat einen der Wiederherstellungscodes Ihres Kontos verwendet, um '
    + 'wieder hineinzukommen.',
  'mail.changed.link-made.subject': 'Für Ihr Konto bei {brand} wurde ein Link zum Einrichten der Anmeldung erstellt',
  'mail.changed.link-made.intro': 'Der Support hat einen Link erstellt, mit dem ein neuer Anmeldeweg für Ihr Konto '
    + 'eingerichtet werden kann. Er gilt einmal und nur wenige Minuten.',
  'mail.changed.when': 'Wann',
  'mail.changed.where': 'Von',
  'mail.changed.account': 'Konto',
  'mail.changed.yours': 'Wenn Sie das waren, brauchen Sie nichts zu tun.',
  'mail.changed.stop': 'Wenn Sie es nicht waren, sagen Sie es sofort dem Support von {brand}. Er kann das Konto für '
    + 'andere schließen und die Änderung zurücknehmen.',
  'mail.changed.action': 'Support benachrichtigen',
  'mail.new-sign-in.subject': 'Eine ungewöhnliche Anmeldung bei Ihrem Konto bei {brand}',
  'mail.new-sign-in.intro': 'Jemand hat sich anders als sonst bei Ihrem Konto bei {brand} angemeldet. Wenn '
    + 'Sie das waren, ist nichts zu tun.',
  'mail.new-sign-in.country': 'Land',
  'mail.not-me.stop': 'Wenn Sie es nicht waren, sagen Sie es hier: Alle werden aus Ihrem Konto abgemeldet, und '
    + 'Änderungen, die noch warten, werden gestoppt.',
  'mail.not-me.action': 'Das war ich nicht',
  'mail.notice.subject': 'In Ihrem Konto bei {brand} ist etwas geschehen',
  'mail.delayed.subject': 'Eine Änderung an Ihrem Konto bei {brand} wartet',
  'mail.delayed.intro': 'Jemand, der in Ihrem Konto angemeldet ist, hat eine Änderung veranlasst. Sie wird erst später '
    + 'wirksam, damit Sie sie stoppen können.',
  'mail.delayed.what': 'Was',
  'mail.delayed.due': 'Wird wirksam',
  'mail.delayed.stop': 'Wenn Sie das nicht wollen, stoppen Sie es vorher.',
  'mail.delayed.cancel': 'Diese Änderung stoppen',
  'mail.action.done.subject': 'In Ihrem Konto bei {brand} wurde etwas getan',
  'mail.action.done': 'Jemand, der in Ihrem Konto angemeldet ist, hat Folgendes getan. Es wurde nicht aufgehalten; '
    + 'wir sagen es Ihnen nur.',
  'mail.action.in-review.subject': 'Eine Änderung an Ihrem Konto bei {brand} wird geprüft',
  'mail.action.in-review': 'Jemand, der in Ihrem Konto angemeldet ist, hat Folgendes veranlasst. Es geschieht erst, wenn '
    + 'jemand bei {brand} es geprüft hat.',
  'mail.action.approved.subject': 'Eine Änderung an Ihrem Konto bei {brand} ist freigegeben',
  'mail.action.approved': 'Jemand bei {brand} hat dies geprüft und zugestimmt. Wer es veranlasst hat, kann es jetzt '
    + 'innerhalb einer Woche einmal abschließen.',
  'mail.action.refused.subject': 'Eine Änderung an Ihrem Konto bei {brand} wurde abgelehnt',
  'mail.action.refused': 'Jemand bei {brand} hat dies geprüft und abgelehnt. Es wurde nichts geändert.',
  'mail.action.expired.subject': 'Eine Änderung an Ihrem Konto bei {brand} wurde nicht vorgenommen',
  'mail.action.expired': 'Niemand bei {brand} konnte dies rechtzeitig prüfen. Es wurde nichts geändert; Sie können es '
    + 'noch einmal veranlassen.',
  'mail.footer': 'Gesendet von {brand} an {address}, aus dem oben genannten Grund. Das ist keine Werbung.',
};
