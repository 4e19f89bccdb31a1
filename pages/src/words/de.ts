import { devicesInGerman } from './devices-de.ts';
import { recoveryInGerman } from './recovery-de.ts';
import { recordInGerman } from './record-de.ts';
import type { Words } from './en.ts';
import { permissionsInGerman } from './permissions.ts';
import { methodsInGerman } from './methods.ts';
import { providersInGerman } from './providers.ts';
import { remoteInGerman } from './remote-de.ts';

export const de: Words = {
  ...devicesInGerman,
  ...permissionsInGerman,
  ...remoteInGerman,
  ...recoveryInGerman,
  ...recordInGerman,
  'continue': 'Weiter',
  'back': 'Zurück',
  'change': 'Ändern',
  'account': 'Ihr Konto',
  'sending': 'Einen Moment',
  'return': 'Zurück zu {application}',
  'return-nowhere': 'Zurück',
  'start-again': 'Neu beginnen',
  'to-application': 'um mit {application} fortzufahren',
  'error-title': 'Fehler: {title}',
  'page-title': '{title} · {brand}',
  'page-description': 'Hier melden Sie sich bei {brand} an, erstellen ein Konto und verwalten es.',
  'support': 'Hilfe und Kontakt',
  'other-ways': 'Andere Wege',
  'show-password': 'Zeigen',
  'show-password-long': 'Passwort zeigen',
  'way.password': 'Passwort verwenden',
  'way.email-code': 'Code per E-Mail erhalten',
  'way.other': 'Einen anderen Weg wählen',
  'way.new-password': 'Stattdessen ein Passwort festlegen',
  'way.new-passkey': 'Stattdessen einen Passkey verwenden',
  'way.forgot': 'Passwort vergessen?',
  'way.lost': 'Passkey verloren?',

  'identify.sign-in': 'Anmelden',
  'identify.sign-up': 'Konto erstellen',
  'identify.email': 'E-Mail-Adresse',
  'identify.work-name': 'Dienstliche E-Mail oder Benutzername',
  'identify.sign-up-lead': 'Geben Sie Ihre E-Mail-Adresse ein. Ein Code, der dorthin geht, zeigt, dass sie Ihnen '
    + 'gehört.',
  'identify.passkey': 'Mit Passkey anmelden',
  'identify.or': 'oder',
  'identify.to-sign-up': 'Neu hier? Konto erstellen',
  'identify.to-sign-in': 'Schon ein Konto? Anmelden',
  'identify.to-recover': 'Passkey oder Passwort verloren? Wiederherstellungscode verwenden',

  'email-code.title': 'Prüfen Sie Ihre E-Mails',
  'email-code.lead': 'Wenn diese Adresse hier verwendet werden kann, ist ein Code unterwegs. Er gilt {minutes, plural, '
    + 'one {# Minute} other {# Minuten}}.',
  'email-code.label': 'Code aus der E-Mail',
  'email-code.again': 'Neuen Code senden',
  'email-code.hint': 'Nichts angekommen? Sehen Sie im Spam-Ordner nach oder senden Sie einen neuen Code.',

  'password.title': 'Passwort eingeben',
  'password.label': 'Passwort',
  'password.submit': 'Anmelden',

  'passkey.title': 'Passkey verwenden',
  'passkey.lead': 'Damit sicher ist, dass Sie es sind, bestätigen Sie mit Gesicht, Fingerabdruck oder '
    + 'Bildschirmsperre. Das dauert wenige Sekunden.',
  'passkey.submit': 'Passkey verwenden',
  'passkey.needs-script': 'Ein Passkey braucht JavaScript, das ausgeschaltet ist oder nicht geladen wurde. Schalten '
    + 'Sie es ein und öffnen Sie die Seite neu, oder wählen Sie einen anderen Weg.',
  'passkey.unsupported': 'Dieser Browser kann keine Passkeys verwenden. Nehmen Sie einen anderen Browser oder einen '
    + 'anderen Weg.',
  'passkey.cancelled': 'Der Passkey wurde nicht verwendet. Versuchen Sie es noch einmal oder wählen Sie einen anderen '
    + 'Weg.',
  'passkey.failed': 'Der Passkey hat hier nicht funktioniert. Versuchen Sie es noch einmal oder wählen Sie einen '
    + 'anderen Weg.',

  'totp.title': 'Code aus der App eingeben',
  'totp.lead': 'Öffnen Sie Ihre Authenticator-App und geben Sie die sechs Ziffern ein, die sie für dieses Konto zeigt.',
  'totp.label': 'Code aus der App',

  'set-password.title': 'Passwort wählen',
  'set-password.lead': 'Einige Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten. Alle Zeichen und '
    + 'Leerzeichen sind möglich.',
  'set-password.label': 'Neues Passwort',
  'set-password.hint': 'Mindestens {minimum, plural, one {# Zeichen} other {# Zeichen}}',
  'set-password.submit': 'Passwort speichern',
  'set-password.short': 'Noch zu kurz: {count} von {minimum}',
  'set-password.enough': 'Lang genug',
  'set-password.long': 'Lang und daher sehr schwer zu erraten',

  'enrol-totp.title': 'Authenticator-App hinzufügen',
  'enrol-totp.scan': 'Scannen Sie dieses Bild mit einer Authenticator-App.',
  'enrol-totp.picture': 'QR-Code mit dem Schlüssel für Ihre Authenticator-App',
  'enrol-totp.open': 'Die App auf diesem Gerät öffnen',
  'enrol-totp.key': 'Oder geben Sie diesen Schlüssel in der App ein',
  'enrol-totp.confirm': 'Geben Sie dann die sechs Ziffern ein, die die App zeigt.',
  'enrol-totp.submit': 'App hinzufügen',
  'codes.offer.title': 'Codes für den Notfall speichern',
  'codes.offer.text': 'Wenn Sie Ihr Gerät verlieren, kommen Sie mit einem Wiederherstellungscode wieder hinein. Sie '
    + 'erhalten acht; bewahren Sie sie bei wichtigen Papieren oder in einem Passwort-Manager auf.',
  'codes.make': 'Codes anzeigen',
  'codes.skip': 'Jetzt nicht',
  'codes.title': 'Ihre Codes für den Notfall',
  'codes.text': 'Jeder gilt einmal. Sie werden nur dieses eine Mal gezeigt; speichern Sie sie also, bevor Sie '
    + 'weitergehen.',
  'codes.list': 'Wiederherstellungscodes',
  'codes.copy': 'Kopieren',
  'codes.copied': 'Kopiert',
  'codes.print': 'Drucken',
  'codes.printed': 'Wiederherstellungscodes für {brand}. Jeder gilt einmal. Bewahren Sie sie so auf, dass niemand sonst '
    + 'sie findet.',
  'codes.saved': 'Ich habe sie gespeichert',

  'accept-invitation.title': 'Willkommen, {name}',
  'accept-invitation.title-nameless': 'Willkommen',
  'accept-invitation.lead': '{brand} hat ein Konto für Sie eingerichtet. Als Nächstes wählen Sie, wie Sie sich '
    + 'anmelden. Das dauert etwa eine Minute.',
  'accept-invitation.submit': 'Anmeldung einrichten',

  'create-account.title': 'Wie dürfen wir Sie nennen?',
  'create-account.lead': 'Ihre E-Mail-Adresse ist bestätigt.',
  'create-account.label': 'Ihr Name',
  'create-account.submit': 'Konto erstellen',

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

  'complete.enrol.title': 'Alles ist eingerichtet',
  'complete.enrol.text': 'Ab jetzt können Sie sich bei {brand} mit dem anmelden, was Sie gerade eingerichtet haben.',
  'complete.sign-in.title': 'Sie sind angemeldet',
  'complete.sign-in.text': 'Sie können diese Seite schließen oder weitergehen.',
  'complete.sign-up.title': 'Ihr Konto ist bereit',
  'complete.sign-up.text': 'Sie sind bei {brand} angemeldet.',
  'complete.step-up.title': 'Danke, das ist bestätigt',
  'complete.step-up.text': 'Sie können dort weitermachen, wo Sie waren.',
  'complete.recover.title': 'Sie sind wieder da',
  'complete.recover.text': 'Ab jetzt können Sie sich bei {brand} mit dem anmelden, was Sie gerade eingerichtet haben.',

  'consent.title': 'Darf {application} Ihr Konto verwenden?',
  'consent.lead': '{application} gehört nicht zu {brand}. Die Anwendung könnte:',
  'consent.see': 'Sie würde sehen:',
  'consent.later': 'Sie können das jederzeit zurücknehmen.',
  'consent.allow': 'Erlauben',
  'consent.refuse': 'Nicht erlauben',

  'sign-out.title': 'Abmelden?',
  'sign-out.lead': 'Sie werden bei {brand} und bei jeder Anwendung abgemeldet, die Sie damit geöffnet haben.',
  'sign-out.lead-application': '{application} möchte Sie bei {brand} und bei jeder Anwendung abmelden, die Sie damit '
    + 'geöffnet haben.',
  'sign-out.submit': 'Abmelden',
  'sign-out.stay': 'Angemeldet bleiben',
  'sign-out.done': 'Sie sind abgemeldet',
  'sign-out.done-text': 'Schließen Sie auf einem gemeinsam genutzten Gerät auch den Browser.',
  'account.title': 'Ihr Konto',
  'account.ways': 'Anmeldewege',
  'account.ways.text': 'Entfernen Sie, was Sie nicht mehr verwenden oder verloren haben.',
  'account.ways.none': 'Sie melden sich mit Codes an, die an Ihre E-Mail-Adresse gehen.',
  'account.kind.passkey': 'Passkey',
  'account.kind.password': 'Passwort',
  'account.kind.totp': 'Authenticator-App',
  'account.kind.email-code': 'Code per E-Mail',
  'account.kind.invitation': 'Einladung',
  'account.kind.recovery-code': 'Wiederherstellungscodes',
  'account.passkey-named': 'Passkey ({label})',
  'account.added': 'Hinzugefügt',
  'account.used': 'Zuletzt verwendet',
  'account.never-used': 'Noch nicht verwendet',
  'account.remove': 'Entfernen',
  'account.remove-named': '{name} entfernen',
  'account.last-way': 'Ohne diesen Weg können Sie sich nicht anmelden',
  'account.codes': 'Wiederherstellungscodes',
  'account.codes.left': '{count, plural, one {# Ihrer Codes gilt} other {# Ihrer Codes gelten}} noch für den Fall, dass '
    + 'Sie Ihr Gerät verlieren.',
  'account.codes.none': 'Sie haben keine. Wenn Sie Ihr Gerät verlieren, kommen Sie mit einem gespeicherten Code wieder '
    + 'hinein.',
  'account.codes.make': 'Codes erstellen',
  'account.codes.again': 'Neue Codes erstellen',
  'account.codes.replaces': 'Sie erhalten acht neue Codes. {count, plural, one {Der eine, den Sie noch haben, gilt} '
    + 'other {Die #, die Sie noch haben, gelten}} dann nicht mehr.',
  'account.sessions': 'Wo Sie angemeldet sind',
  'account.sessions.text': 'Wenn Sie eine davon nicht kennen, beenden Sie sie.',
  'account.device-unknown': 'Unbekanntes Gerät',
  'account.this-one': 'Dieses Gerät, jetzt',
  'account.started': 'Angemeldet',
  'account.seen': 'Zuletzt gesehen',
  'account.end': 'Beenden',
  'account.end-named': 'Sitzung von {name} beenden',
  'account.end-others': 'Überall sonst abmelden',
  'account.leave': 'Hier abmelden',
  'account.leave.text': 'Beendet diese Sitzung und meldet Sie bei jeder Anwendung ab, die Sie damit geöffnet haben.',
  'account.remove.title': '{name} entfernen?',
  'account.remove.passkey': 'Er öffnet dieses Konto dann nicht mehr, und Sie werden überall sonst abgemeldet. Auf dem '
    + 'Gerät selbst bleibt er in der Liste der Passkeys, bis Sie ihn dort löschen.',
  'account.remove.text': 'Dieser Weg öffnet das Konto dann nicht mehr, und Sie werden überall sonst abgemeldet.',
  'account.news.session-ended': 'Diese Sitzung ist beendet.',
  'account.news.sessions-ended': 'Sie sind überall sonst abgemeldet.',
  'account.news.removed': 'Es wurde entfernt, und Sie sind überall sonst abgemeldet. Wir haben Ihnen eine Nachricht '
    + 'gesendet.',
  'account.news.not-confirmed': 'Es wurde nicht bestätigt, dass Sie es sind; darum wurde nichts geändert.',
  'account.news.last-way': 'Das ist der letzte Anmeldeweg und bleibt darum. Fügen Sie zuerst einen anderen hinzu.',

  'cancel.ask.title': 'Das stoppen?',
  'cancel.ask.text': '„{about}“ wird am {due} wirksam. Wenn Sie das nicht veranlasst haben, stoppen Sie es hier.',
  'cancel.submit': 'Stoppen',
  'cancel.cancelled.title': 'Es wurde gestoppt',
  'cancel.cancelled.text': '„{about}“ wird nicht wirksam. Wenn Sie das nicht veranlasst haben, wählen Sie in der E-Mail '
    + 'auch „Das war ich nicht“.',
  'cancel.too-late.title': 'Hier lässt es sich nicht mehr stoppen',
  'cancel.too-late.text': '„{about}“ ist wirksam geworden oder wurde geschlossen. Wenn Sie das nicht veranlasst haben, '
    + 'sagen Sie es dem Support.',

  'not-me.ask.title': 'Das waren nicht Sie?',
  'not-me.ask.text': 'Sie werden bei {brand} auf allen Geräten abgemeldet, und Änderungen, die noch warten, werden '
    + 'gestoppt. Melden Sie sich dann an und sehen Sie Ihr Konto durch.',
  'not-me.submit': 'Überall abmelden',
  'not-me.done.title': 'Alle sind abgemeldet',
  'not-me.done.text': 'Niemand ist mehr in Ihrem Konto bei {brand} angemeldet, und nichts, was noch wartete, geschieht. '
    + 'Melden Sie sich an und entfernen Sie Anmeldewege, die nicht Ihre sind.',

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
  'notice.throttled': 'Zu viele Versuche. {minutes, plural, =-1 {Warten Sie ein wenig und versuchen Sie es dann noch '
    + 'einmal.} one {Warten Sie # Minute und versuchen Sie es dann noch einmal.} other {Warten Sie # Minuten und '
    + 'versuchen Sie es dann noch einmal.}}',
  'notice.script.needed': 'Dieser Schritt braucht JavaScript. Schalten Sie es ein oder wählen Sie einen anderen Weg.',

  'error.code': 'Code',
  'error.reference': 'Referenz',

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
  'mail.footer': 'Gesendet von {brand} an {address}, aus dem oben genannten Grund. Das ist keine Werbung.',

  'console.signed-out.title': 'Sie sind abgemeldet',
  'console.signed-out.lead': 'Ihre Sitzung ist beendet, hier und in jeder Anwendung, in der sie benutzt wurde.',
  'console.signed-out.again': 'Wieder anmelden',
  'console.not-built.title': 'Die Konsole ist nicht gebaut',
  'console.not-built.lead': 'Der Server läuft auch ohne sie. Bauen Sie sie mit diesem Befehl im Verzeichnis von '
    + 'Limen und starten Sie den Server neu; npm start tut beides von selbst.',
  'console.not-built.again': 'Noch einmal nachsehen',

  'home.title': 'Dieser Server läuft',
  'home.lead': 'Drei Populationen, drei Türen. Jede meldet ihre Menschen oder Maschinen auf ihre Weise an.',
  'home.customer': 'Kundschaft, Patienten, Mitglieder: wenig Reibung, Prüfungen nur, wo etwas auf dem Spiel steht.',
  'home.workforce': 'Angestellte und Beauftragte: Anmeldung sicher gegen Phishing, strenge Sitzungen.',
  'home.workload': 'Dienste, Jobs und Agenten: mit Eigentümer, kurzlebig, mit geringsten Rechten.',
  'home.kind.customer': 'Kundschaft',
  'home.kind.workforce': 'Belegschaft',
  'home.kind.workload': 'Maschinen',
  'home.issuer': 'Aussteller',
  'home.discovery': 'Discovery-Dokument',
  'home.applications': 'Anwendungen zum Ausprobieren',
  'home.no-applications': 'Keine ist eingetragen. `npm run demo` startet einen Shop, ein Intranet und einen Job.',
  'home.inbox': 'Entwicklungs-Posteingang',
  'home.inbox-text': 'Fängt jede E-Mail ab, die dieser Server sendet, solange er nur auf diesem Rechner läuft.',
  'inbox.title': 'Posteingang',
  'inbox.lead': 'E-Mails, die dieser Server gesendet hat, die neuesten zuerst. Sie gingen sonst nirgendwohin.',
  'inbox.empty': 'Noch keine E-Mail. Codes, Einladungen und Nachrichten erscheinen hier, wenn sich jemand anmeldet.',
  'inbox.to': 'An',
  'inbox.from': 'Von',
  'inbox.sent': 'Gesendet',
  'inbox.html': 'Als HTML',
  'inbox.text': 'Als Text',
  'inbox.all': 'Alle E-Mails',

  ...methodsInGerman,
  ...providersInGerman,
};
