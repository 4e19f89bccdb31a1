import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'Gehen Sie zurück zur Anwendung und beginnen Sie neu.';
const check = 'Prüfen Sie die Adresse oder gehen Sie zurück zur Anwendung.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'Dieser Link oder dieses Formular ist unvollständig', remedy: again },
  'request.malformed': { title: 'Das konnte nicht gelesen werden', remedy: again },
  'request.too_large': {
    title: 'Das ist zu viel auf einmal',
    remedy: 'Gehen Sie zurück und kürzen Sie die Eingabe.',
  },
  'request.unknown_host': { title: 'Unter dieser Adresse ist nichts', remedy: check },
  'request.cross_site': { title: 'Dieser Schritt begann auf einer anderen Website', remedy: again },
  'request.rate_limited': {
    title: 'Von Ihrem Anschluss kommt gerade sehr viel',
    remedy: 'Warten Sie eine Minute und versuchen Sie es noch einmal.',
  },
  'request.not_found': { title: 'Unter dieser Adresse ist nichts', remedy: check },
  'request.method_not_allowed': { title: 'So lässt sich diese Seite nicht öffnen', remedy: again },
  'server.busy': {
    title: 'Gerade ist sehr viel los', remedy: 'Warten Sie eine Minute und versuchen Sie es noch einmal.',
  },
  'server.failed': {
    title: 'Bei uns ist etwas schiefgegangen',
    remedy: 'Versuchen Sie es noch einmal. Wenn es bleibt, nennen Sie dem Support die Referenz unten.',
  },
  'storage.unreachable': {
    title: 'Die Anmeldung ist gerade nicht möglich', remedy: 'Versuchen Sie es in einigen Minuten noch einmal.',
  },
  'population.unknown': { title: 'Unter dieser Adresse ist nichts', remedy: check },
  'principal.suspended': {
    title: 'Dieses Konto ist gesperrt',
    remedy: 'Fragen Sie den Support, warum und was zu tun ist.',
  },
  'principal.foreign': {
    title: 'Dieses Konto gehört zu einer anderen Anmeldung',
    remedy: 'Melden Sie sich dort an, wohin das Konto gehört.',
  },
  'client.unknown': {
    title: 'Diese Anwendung ist hier nicht bekannt',
    remedy: 'Gehen Sie zurück und sagen Sie es denen, die sie betreiben.',
  },
  'link.invalid': {
    title: 'Dieser Link funktioniert nicht',
    remedy: 'Prüfen Sie, ob er ganz kopiert wurde, oder fordern Sie einen neuen an.',
  },
  'link.expired': { title: 'Dieser Link ist abgelaufen', remedy: 'Fordern Sie einen neuen an.' },
  'link.used': {
    title: 'Dieser Link wurde schon verwendet', remedy: 'Melden Sie sich an oder fordern Sie einen neuen Link an.',
  },
  'run.unknown': { title: 'Diese Anmeldung ist nicht mehr offen', remedy: again },
  'run.expired': {
    title: 'Das hat zu lange gedauert und wurde geschlossen',
    remedy: `Es wurde nichts geändert. ${again}`,
  },
  'run.other_browser': {
    title: 'Das wurde in einem anderen Browser begonnen',
    remedy: 'Machen Sie dort mit erlaubten Cookies weiter, oder beginnen Sie hier von der Anwendung aus neu.',
  },
  'run.moved': {
    title: 'Das geht auf Ihrem anderen Gerät weiter',
    remedy: 'Machen Sie dort weiter; diese Seite können Sie schließen. Ist jenes Gerät nicht zur Hand, beginnen Sie neu.',
  },
  'run.finished': { title: 'Das ist schon erledigt', remedy: 'Gehen Sie zurück zur Anwendung.' },
  'credential.refused': {
    title: 'Das hat nicht gepasst', remedy: 'Prüfen Sie die Eingabe oder wählen Sie einen anderen Weg zur Anmeldung.',
  },
  'credential.throttled': {
    title: 'Zu viele Versuche', remedy: 'Warten Sie einige Minuten oder wählen Sie einen anderen Weg zur Anmeldung.',
  },
  'passkey.other_door': {
    title: 'Dieser Passkey gehört zu einer anderen Anmeldung',
    remedy: 'Verwenden Sie ihn dort oder nehmen Sie einen anderen.',
  },
  'passkey.refused': {
    title: 'Der Passkey konnte nicht geprüft werden',
    remedy: 'Versuchen Sie es noch einmal oder wählen Sie einen anderen Weg zur Anmeldung.',
  },
  'session.ended': { title: 'Sie sind abgemeldet', remedy: 'Melden Sie sich neu an.' },
  'session.contained': { title: 'Das lässt sich mit dieser Anmeldung nicht ändern', remedy: 'Melden Sie sich ab und wieder an, und ändern Sie es dann.' },
};
