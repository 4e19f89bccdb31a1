import type { RemoteWords } from '../en/remote.ts';

export const remote: RemoteWords = {
  'remote.gets': 'Damit könnte sie:',
  'open-device.title': 'An einem anderen Bildschirm anmelden',
  'open-device.lead': 'Geben Sie den Code ein, den der Bildschirm vor Ihnen zeigt. Sie melden sich hier an, auf Ihrem eigenen '
    + 'Gerät.',
  'open-device.code': 'Code auf dem Bildschirm',
  'open-device.hint': 'Acht Buchstaben; Leerzeichen und Bindestriche sind egal',
  'open-device.title-confirm': 'An {application} anmelden?',
  'open-device.lead-confirm': 'Ein Bildschirm von {application} hat {minutes, plural, =0 {gerade eben} one {vor # Minute} other '
    + '{vor # Minuten}} danach gefragt.',
  'open-device.compare': 'Der Bildschirm muss denselben Code zeigen',
  'open-device.warning': 'Machen Sie nur weiter, wenn Sie vor diesem Bildschirm stehen. {brand} schickt Ihnen nie einen Code; '
    + 'wer das tut, will in Ihr Konto.',
  'open-device.submit': 'Diesen Bildschirm als {person} anmelden',
  'open-device.submit-sign-in': 'Anmelden und diesen Bildschirm einlassen',
  'open-device.refuse': 'Das war ich nicht',
  'open-device.switch': 'Mit einem anderen Konto anmelden',
  'open-device.title-done': 'Sie sind an diesem Bildschirm angemeldet',
  'open-device.lead-done': 'Dort geht es von selbst weiter. Sie können es jederzeit beenden: dort abmelden oder in Ihrem Konto '
    + 'beenden.',
  'open-device.title-ended': 'Dieser Bildschirm wurde nicht eingelassen',
  'open-device.lead-ended': 'Es wurde abgelehnt, oder es dauerte zu lange. Wenn Sie es waren, lassen Sie den Bildschirm einen '
    + 'neuen Code zeigen.',
  'notice.device.unknown': 'Diesen Code zeigt gerade kein Bildschirm. Prüfen Sie ihn oder lassen Sie einen neuen zeigen.',
  'notice.device.taken': 'Dieser Code wurde schon in einem anderen Browser eingegeben. Lassen Sie einen neuen zeigen.',
  'open-request.title': 'Soll {application} wissen, dass Sie es sind?',
  'open-request.lead': '{application} bat {minutes, plural, =0 {gerade eben} one {vor # Minute} other {vor # Minuten}} um '
    + 'Bestätigung, mit {person} zu tun zu haben.',
  'open-request.purpose': 'Wozu es dient:',
  'open-request.number': 'Zahl, die {application} zeigt oder Ihnen nennt',
  'open-request.hint': 'Zwei Ziffern',
  'open-request.submit': 'Ja, das bin ich',
  'open-request.warning': 'Bestätigen Sie nur, wenn Sie selbst angerufen haben oder dort sind. {brand} ruft Sie dafür nie an.',
  'open-request.not-me': 'Das bin ich nicht',
  'open-request.title-done': 'Bestätigt',
  'open-request.lead-done': '{application} weiß jetzt, dass Sie es sind. Sie können diese Seite schließen.',
  'open-request.title-ended': 'Nichts wurde bestätigt',
  'open-request.lead-ended': '{application} bekam ein Nein, oder es dauerte zu lange. Wenn Sie es waren, lassen Sie noch einmal '
    + 'fragen.',
  'notice.request.wrong-number': 'Das ist nicht die Zahl. Nach drei falschen lässt sich nichts mehr bestätigen.',
  'mail.request.subject': 'Sprechen Sie gerade mit {brand}?',
  'mail.request.intro': 'Jemand sagt, Sie zu sein. Wenn Sie gerade mit {brand} sprechen, öffnen Sie diese Seite, sehen Sie nach '
    + 'und bestätigen Sie dort mit der Zahl, die man Ihnen nennt:',
  'mail.request.who': 'Wer fragt',
  'mail.request.why': 'Wozu',
  'mail.request.action': 'Öffnen und ansehen',
  'mail.request.life': 'Das geht {minutes, plural, one {# Minute} other {# Minuten}} lang. Die Seite zu öffnen bestätigt nichts.',
  'mail.request.stop': 'Wenn Sie es nicht sind, öffnen Sie die Seite und sagen Sie es dort, oder lassen Sie es: Ohne Ihr Ja '
    + 'geschieht nichts.',
  'mail.let-in.subject': 'Ein Bildschirm wurde in Ihr Konto bei {brand} eingelassen',
  'mail.let-in.intro': 'Mit dem Code, den er zeigte, haben Sie einen anderen Bildschirm mit Ihrem Konto bei {brand} anmelden lassen.',
  'mail.let-in.screen': 'Bildschirm',
  'account.requests': 'Wartet auf Ihre Antwort',
  'account.requests.text': 'Jemand sagt dort, Sie zu sein.',
  'account.requests.asked': 'Gefragt',
  'account.requests.look': 'Ansehen',
  'account.requests.look-named': 'Ansehen, was {name} fragt',
};
