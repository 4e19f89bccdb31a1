import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'Ein Schritt fehlt noch',
  'refuse.not-strong-enough.text': 'Was Sie vorhaben, verlangt eine stärkere Anmeldung, als dieses Konto hat, zum '
    + 'Beispiel einen Passkey. Fügen Sie ihn hinzu und versuchen Sie es dann noch einmal.',
  'refuse.other-account.title': 'Das ist ein anderes Konto',
  'refuse.other-account.text': 'Gefragt war eine Bestätigung mit dem Konto, mit dem Sie angemeldet sind. Es wurde '
    + 'nichts geändert.',
  'refuse.suspended.title': 'Dieses Konto ist gesperrt',
  'refuse.suspended.text': 'Zurzeit kann sich niemand damit anmelden. Der Support von {brand} kann sagen, warum und '
    + 'was zu tun ist.',
  'refuse.try-later.title': 'Zu viele Versuche',
  'refuse.try-later.text': 'Zum Schutz des Kontos gibt es jetzt eine Pause. Warten Sie einige Minuten und versuchen '
    + 'Sie es dann noch einmal.',
  'refuse.no-recovery.title': 'Hier muss ein Mensch helfen',
  'refuse.no-recovery.text': 'Ohne Wiederherstellungscode kann hier nichts zeigen, dass das Konto Ihnen gehört. Der '
    + 'Support von {brand} kann helfen. Es wurde nichts geändert.',
  'notice.input.missing': 'Füllen Sie dieses Feld aus.',
  'notice.input.invalid': 'Das sieht nicht richtig aus. Prüfen Sie die Eingabe.',
  'notice.input.stale': 'Die Seite war nicht mehr aktuell. Hier sind Sie jetzt.',
  'notice.input.too-long': 'Das ist länger, als hier möglich ist.',
  'notice.email.invalid': 'Geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  'notice.code.wrong': 'Das ist nicht der Code.{tries, plural, =-1 {} =0 {} one { Ein Versuch bleibt.} other { Es '
    + 'bleiben # Versuche.}}',
  'notice.code.expired': 'Dieser Code ist abgelaufen. Senden Sie einen neuen.',
  'notice.code.no-tries-left': 'Mit diesem Code gab es zu viele Versuche. Senden Sie einen neuen.',
  'notice.code.sent-again': 'Ein neuer Code ist unterwegs. Nur der neueste gilt.',
  'notice.code.wait': 'Gerade wurde ein Code gesendet. {seconds, plural, =-1 {Warten Sie ein wenig, bevor Sie noch '
    + 'einen senden.} one {Warten Sie # Sekunde, bevor Sie noch einen senden.} other {Warten Sie # Sekunden, bevor Sie '
    + 'noch einen senden.}}',
  'notice.password.wrong': 'Passwort und Konto passen nicht zusammen.',
  'notice.password.too-short': '{minimum, plural, =-1 {Das ist zu kurz. Nehmen Sie mehr Zeichen.} one {Nehmen Sie '
    + 'mindestens # Zeichen.} other {Nehmen Sie mindestens # Zeichen.}}',
  'notice.password.too-long': 'Das ist länger, als hier möglich ist.',
  'notice.password.common': 'Dieses Passwort steht auf Listen, die Angreifer verwenden. Wählen Sie ein anderes.',
  'notice.password.contains-context': 'Dieses Passwort enthält Ihren Namen, Ihre Adresse oder den Namen dieses '
    + 'Dienstes. Wählen Sie ein anderes.',
  'notice.totp.wrong': 'Das ist nicht der Code. Prüfen Sie, ob die Uhr Ihres Geräts richtig geht, und nehmen Sie den '
    + 'neuesten Code.',
  'notice.totp.used': 'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten.',
  'notice.recovery-code.wrong': 'Dieser Code ist falsch oder wurde schon verwendet. Prüfen Sie ihn oder nehmen Sie einen '
    + 'anderen Ihrer Codes.',
  'notice.passkey.refused': 'Dieser Passkey konnte nicht geprüft werden. Versuchen Sie es noch einmal oder wählen Sie '
    + 'einen anderen Weg.',
  'notice.passkey.cancelled': 'Der Passkey wurde nicht verwendet. Versuchen Sie es noch einmal oder wählen Sie einen '
    + 'anderen Weg.',
  'notice.passkey.other-door': 'Dieser Passkey gehört zu einer anderen Anmeldung{door, select, none {} other { '
    + '({door})}}. Verwenden Sie ihn dort oder nehmen Sie hier einen anderen.',
  'notice.passkey.exists': 'Auf diesem Gerät gibt es schon einen Passkey für dieses Konto.',
  'notice.work.not-yet': 'Das hat noch nicht geklappt. {seconds, plural, =-1 {Warten Sie ein wenig, dann geht es weiter.} one '
    + '{Warten Sie # Sekunde, dann geht es weiter.} other {Warten Sie # Sekunden, dann geht es weiter.}}',
  'notice.action.held': 'Das geht gerade nicht: Es wartet noch, oder Sie müssen noch einmal zeigen, dass Sie es '
    + 'sind. Beginnen Sie auf der Seite Ihres Kontos neu; dort steht, warum.',
  'notice.throttled': 'Zu viele Versuche. {minutes, plural, =-1 {Warten Sie ein wenig und versuchen Sie es dann noch '
    + 'einmal.} one {Warten Sie # Minute und versuchen Sie es dann noch einmal.} other {Warten Sie # Minuten und '
    + 'versuchen Sie es dann noch einmal.}}',
  'notice.script.needed': 'Dieser Schritt braucht JavaScript. Schalten Sie es ein oder wählen Sie einen anderen Weg.',
};
