import type { DeviceWords } from '../en/devices.ts';

export const devices: DeviceWords = {
  'way.email-link': 'Link per E-Mail erhalten',
  'waits.itself': 'Diese Seite geht von selbst weiter.',
  'email-link.title': 'Öffnen Sie den Link in Ihrer E-Mail',
  'email-link.lead': 'Wenn diese Adresse hier verwendet werden kann, ist ein Link unterwegs. Er gilt {minutes, plural, '
    + 'one {# Minute} other {# Minuten}}, hier oder auf einem anderen Gerät.',
  'email-link.number': 'Auf einem anderen Gerät werden Sie nach dieser Zahl gefragt',
  'email-link.submit': 'Ich habe ihn geöffnet',
  'email-link.again': 'Neuen Link senden',
  'email-link.hint': 'Nichts angekommen? Sehen Sie im Spam-Ordner nach oder senden Sie einen neuen Link.',
  'open-link.title-here': 'Hier weitermachen',
  'open-link.lead-here': 'Sie haben in diesem Browser begonnen. Machen Sie weiter, und Sie sind hier angemeldet.',
  'open-link.title-sign-in': 'Melden Sie sich auf einem anderen Bildschirm an?',
  'open-link.title-sign-up': 'Erstellen Sie auf einem anderen Bildschirm ein Konto?',
  'open-link.lead': 'Jemand möchte zu {application} in {device}, begonnen {minutes, plural, =0 {gerade eben} one {vor # '
    + 'Minute} other {vor # Minuten}}. Mit Ihrem Ja kommt jener Bildschirm hinein, nicht dieser.',
  'open-link.some-browser': 'einem anderen Browser',
  'open-link.number': 'Zahl auf jenem Bildschirm',
  'open-link.hint': 'Zwei Ziffern, auf dem Bildschirm, auf dem Sie begonnen haben',
  'open-link.warning': 'Geben Sie sie nur ein, wenn Sie jenen Bildschirm vor sich haben. {brand} nennt Ihnen nie eine '
    + 'Zahl am Telefon oder in einer Nachricht; wer das tut, will in Ihr Konto.',
  'open-link.submit': 'Jenen Bildschirm einlassen',
  'open-link.not-me': 'Das habe ich nicht angefordert',
  'open-link.title-confirmed': 'Hier ist alles erledigt',
  'open-link.lead-confirmed': 'Gehen Sie zurück zu dem Bildschirm, auf dem Sie begonnen haben: Er geht von selbst '
    + 'weiter. Diese Seite können Sie schließen.',
  'open-link.title-ended': 'Dieser Link ist gestoppt',
  'open-link.lead-ended': 'Niemand kommt damit hinein. Wenn Sie selbst begonnen haben, senden Sie von dort einen neuen '
    + 'Link.',
  'notice.link.not-yet': 'Der Link wurde noch nicht bestätigt. Öffnen Sie ihn in Ihrer E-Mail und kommen Sie dann '
    + 'hierher zurück.',
  'notice.link.ended': 'Der Link wurde gestoppt, vom Empfänger oder durch falsche Zahlen. Senden Sie einen neuen.',
  'notice.link.expired': 'Dieser Link ist abgelaufen. Senden Sie einen neuen.',
  'notice.link.sent-again': 'Ein neuer Link ist unterwegs. Nur der neueste gilt, mit der Zahl, die jetzt hier steht.',
  'notice.link.wait': 'An diese Adresse gingen zuletzt zu viele E-Mails. Warten Sie ein wenig, bevor Sie noch eine senden.',
  'notice.link.wrong-number': 'Das ist nicht die Zahl auf dem anderen Bildschirm. Nach drei falschen ist der Link '
    + 'gestoppt.',
  'mail.link.subject': 'Ihr Link zu {brand}',
  'mail.link.intro-sign-in': 'Jemand, hoffentlich Sie, möchte sich bei {brand} anmelden. Wenn Sie es sind, öffnen Sie '
    + 'diesen Link:',
  'mail.link.intro-sign-up': 'Jemand, hoffentlich Sie, möchte ein Konto bei {brand} erstellen. Wenn Sie es sind, öffnen '
    + 'Sie diesen Link:',
  'mail.link.action': 'Öffnen und weitermachen',
  'mail.link.life': 'Er gilt einmal und für {minutes, plural, one {# Minute} other {# Minuten}}. Auf einem anderen Gerät '
    + 'als dem, auf dem Sie begonnen haben, werden Sie nach der Zahl gefragt, die dort steht.',
  'mail.link.stop': 'Wenn Sie ihn nicht angefordert haben, öffnen Sie ihn nicht und leiten Sie ihn nicht weiter: Ohne '
    + 'ihn kommt niemand hinein.',
  'collect.optional': '{label} (freiwillig)',
  'collect.skip': 'Jetzt nicht',
  'accept-text.whole': 'Den ganzen Text lesen',
  'accept-text.submit': 'Ich stimme zu',
  'accept-text.decline': 'Ich stimme nicht zu',
  'handoff.title': 'Auf einem anderen Gerät weitermachen',
  'handoff.lead': 'Scannen Sie das Bild mit dem anderen Gerät oder geben Sie dort den Code ein. Er gilt {minutes, '
    + 'plural, one {# Minute} other {# Minuten}}.',
  'handoff.picture': 'QR-Code, der zur Seite für das andere Gerät führt',
  'handoff.code': 'Code, einzugeben unter {place}',
  'handoff.submit': 'Ich habe ihn dort eingegeben',
  'handoff.stay': 'Hier weitermachen',
  'handoff.again': 'Neuen Code anzeigen',
  'handoff.title-confirm': 'Ist das Ihr anderes Gerät?',
  'handoff.lead-confirm': 'Jemand kam mit dem Code, in {device}. Geben Sie die Zahl ein, die Ihr anderes Gerät '
    + 'zeigt, und alles geht dort weiter.',
  'handoff.number': 'Zahl auf dem anderen Gerät',
  'handoff.move': 'Dort weitermachen',
  'handoff.not-mine': 'Das ist nicht mein Gerät',
  'handoff.warning': 'Geben Sie nur eine Zahl ein, die Sie auf einem eigenen Gerät sehen. Wer Ihnen eine nennt, '
    + 'will an Ihrer Stelle weitermachen.',
  'handoff.title-arrived': 'Hier geht es weiter',
  'handoff.lead-arrived': 'Was Sie auf Ihrem anderen Gerät begonnen haben, geht hier weiter.',
  'open-handoff.title': 'Von einem anderen Gerät weitermachen',
  'open-handoff.lead': 'Geben Sie den Code ein, den {brand} auf dem Gerät zeigt, auf dem Sie begonnen haben.',
  'open-handoff.code': 'Code vom anderen Gerät',
  'open-handoff.hint': 'Acht Buchstaben und Ziffern; Leerzeichen sind egal',
  'open-handoff.title-sign-up': 'Hier Ihr Konto bei {brand} erstellen',
  'open-handoff.title-sign-in': 'Hier bei {brand} anmelden',
  'open-handoff.title-step-up': 'Hier für {brand} bestätigen, dass Sie es sind',
  'open-handoff.title-enrol': 'Hier einrichten, wie Sie sich bei {brand} anmelden',
  'open-handoff.title-recover': 'Hier zurück in Ihr Konto bei {brand}',
  'open-handoff.lead-wait': 'Eines fehlt noch: Geben Sie diese Zahl auf dem Gerät ein, auf dem Sie begonnen haben. '
    + 'Haben Sie dieses Gerät nicht vor sich, schließen Sie diese Seite.',
  'open-handoff.number': 'Zahl für das erste Gerät',
  'open-handoff.submit': 'Ich habe sie dort eingegeben',
  'open-handoff.title-ended': 'Das ist nicht hierher gewechselt',
  'open-handoff.lead-ended': 'Das Gerät, auf dem Sie begonnen haben, sagte nein, oder es dauerte zu lange. Machen '
    + 'Sie dort weiter oder lassen Sie dort einen neuen Code anzeigen.',
  'notice.handoff.not-yet': 'Noch kein anderes Gerät ist mit dem Code gekommen.',
  'notice.handoff.ended': 'Es dauerte zu lange, oder die Zahl war dreimal falsch. Hier ist ein neuer Code.',
  'notice.handoff.wrong-number': 'Das ist nicht die Zahl auf dem anderen Gerät.',
  'notice.handoff.unknown': 'Dieser Code gilt nicht. Prüfen Sie ihn oder lassen Sie auf dem anderen Gerät einen '
    + 'neuen anzeigen.',
  'notice.handoff.taken': 'Ein anderes Gerät ist schon mit diesem Code gekommen. Lassen Sie auf dem ersten Gerät '
    + 'einen neuen anzeigen.',
  'notice.handoff.waiting': 'Die Zahl wurde auf dem ersten Gerät noch nicht eingegeben.',
};
