import type { ProfileWords } from '../en/profile.ts';

export const profile: ProfileWords = {
  'save': 'Speichern',
  'profile.name': 'Ihr Name',
  'profile.language': 'Sprache',
  'profile.language.hint': 'In dieser Sprache schreiben wir Ihnen.',
  'profile.time-zone': 'Zeitzone',
  'profile.time-zone.hint': 'Anwendungen, die Sie hier nutzen, können Zeiten danach anzeigen.',
  'profile.time-zone.none': 'Nicht angegeben',
  'profile.addresses': 'E-Mail-Adressen',
  'profile.addresses.text': 'Sie können sich mit jeder anmelden, und Hinweise gehen an alle.',
  'profile.addresses.change': 'Eine Adresse ändern',
  'profile.take-back': 'Zurücknehmen',
  'profile.take-back-named': 'Zurücknehmen: {name}',
  'profile.told': 'Was Sie uns sonst mitgeteilt haben',
  'profile.told.text': 'Danach wird nicht mehr gefragt. Nehmen Sie zurück, was wir nicht behalten sollen.',
  'profile.optional': 'Was Sie nicht angeben müssen',
  'profile.optional.text': 'Das haben Sie uns freiwillig mitgeteilt und können es zurücknehmen.',
  'account.profile': 'Ihr Profil',
  'account.profile.text': 'Ihr Name, Sprache, Zeitzone und Adressen und was Sie uns über sich mitgeteilt haben.',
  'account.profile.way': 'Profil ansehen und ändern',
  'account.news.profile-saved': 'Ihr Profil ist gespeichert.',
  'account.news.address-changed': 'Ihre Adresse ist geändert. An die bisherige haben wir geschrieben; dort lässt es sich eine Woche '
    + 'lang rückgängig machen.',
  'account.did.principal.profile_changed': 'Ihr Profil wurde geändert',
  'address.title': 'Eine E-Mail-Adresse ändern',
  'address.text': 'Zuerst senden wir einen Code an die neue Adresse. Die bisherige erhält eine E-Mail und kann die Änderung eine '
    + 'Woche lang rückgängig machen. So lange sind manche Vorgänge mit diesem Konto gesperrt, damit niemand es missbraucht.',
  'address.former': 'Adresse, die ersetzt wird',
  'address.new': 'Neue E-Mail-Adresse',
  'address.send': 'Code senden',
  'address.prove.title': 'Geben Sie den Code ein',
  'address.prove.text': 'Wir haben einen Code an {address} gesendet. Er gilt 10 Minuten.',
  'address.prove.label': 'Ihr Code',
  'address.prove.submit': 'Adresse ändern',
  'address.prove.other': 'Eine andere Adresse verwenden',
  'undo-address.ask.title': 'Dem Konto seine Adresse zurückgeben?',
  'undo-address.ask.text': 'Am {at} ist in Ihrem Konto bei {brand} eine andere Adresse an die Stelle dieser getreten. Wenn Sie das '
    + 'nicht waren, machen Sie es hier rückgängig: Alle werden abgemeldet, und was seither hinzukam, wird entfernt.',
  'undo-address.submit': 'Änderung rückgängig machen',
  'undo-address.undone.title': 'Ihre Adresse ist wieder da',
  'undo-address.undone.text': 'Alle sind aus Ihrem Konto bei {brand} abgemeldet, und was seit der Änderung hinzukam, ist entfernt. '
    + 'Melden Sie sich mit einem Code an, den wir an diese Adresse senden, und sehen Sie Ihr Konto durch.',
  'undo-address.too-late.title': 'Hier lässt es sich nicht mehr rückgängig machen',
  'undo-address.too-late.text': 'Diese Änderung wurde schon rückgängig gemacht, oder die Zeit dafür ist vorbei. Wenn Sie es nicht '
    + 'waren, sagen Sie es dem Support von {brand}.',
  'mail.address-changed.subject': 'Ihr Konto bei {brand} hat jetzt eine andere Adresse',
  'mail.address-changed.intro': 'In Ihrem Konto bei {brand} ist eine andere E-Mail-Adresse an die Stelle dieser getreten. Codes und '
    + 'Hinweise gehen ab jetzt dorthin.',
  'mail.address-changed.until': 'Rückgängig zu machen bis',
  'mail.address-changed.undo': 'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, machen Sie es rückgängig.',
  'mail.address-changed.action': 'Das war ich nicht',
};
