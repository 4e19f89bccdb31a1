import type { MethodWords } from '../en/methods.ts';

export const methods: MethodWords = {
  'proof-of-work.title': 'Un instant',
  'proof-of-work.lead': 'Votre appareil fait un petit calcul, afin que personne ne puisse venir ici des milliers de fois. Vous n’avez rien à faire.',
  'proof-of-work.wait': 'Sans JavaScript, attendez {seconds, plural, one {# seconde} other {# secondes}} puis choisissez «\u00a0Continuer\u00a0».',
  'enrol-passkey.title': 'Connectez-vous sans mot de passe',
  'enrol-passkey.title-required': 'Configurez une clé d’accès',
  'enrol-passkey.new-account': 'Créez une clé d’accès\u00a0: la prochaine fois, votre visage, votre empreinte ou le '
    + 'verrouillage de l’écran suffira.',
  'enrol-passkey.faster-next-time': 'Avec une clé d’accès, votre visage, votre empreinte ou le verrouillage de l’écran '
    + 'suffira la prochaine fois.',
  'enrol-passkey.required': 'Il faut ici un moyen de connexion à l’épreuve de l’hameçonnage. Une clé d’accès se '
    + 'configure en quelques secondes.',
  'enrol-passkey.replaces-lost': 'Vous avez retrouvé l’accès. Créez une clé d’accès sur cet appareil pour pouvoir vous '
    + 'connecter désormais. Toutes les sessions qui étaient ouvertes dans votre compte sont fermées.',
  'enrol-passkey.point-quick': 'Rien à retenir, rien à saisir',
  'enrol-passkey.point-safe': 'Ne fonctionne qu’ici\u00a0: impossible de la donner à une fausse page',
  'enrol-passkey.point-private': 'Votre visage ou votre empreinte ne quitte jamais votre appareil',
  'enrol-passkey.submit': 'Créer une clé d’accès',
  'enrol-passkey.skip': 'Pas maintenant',
  'enrol-passkey.exists': 'Cet appareil a déjà une clé d’accès pour ce compte.',
  'enrol-passkey.cancelled': 'Aucune clé d’accès n’a été créée. Réessayez ou choisissez un autre moyen.',
  'choose-method.title': 'Comment continuer\u00a0?',
  'choose-method.lead': 'Choisissez ce que vous avez sous la main.',
  'choose-method.passkey': 'Clé d’accès',
  'choose-method.totp': 'Code de l’application',
  'choose-method.password': 'Mot de passe',
  'choose-method.email-code': 'Code par e-mail',
  'choose-method.recovery-code': 'Code de récupération',
  'choose-method.none': 'Rien de tout cela',
  'choose-method.back': 'Retour',
  'verify-contact.title': 'Ajoutez une adresse e-mail',
  'verify-contact.lead': 'Une deuxième adresse vous permet de retrouver l’accès quand vous ne pouvez plus lire la '
    + 'première.',
  'verify-contact.address': 'Adresse e-mail',
  'verify-contact.hint': 'Elle sera prise en compte quand vous aurez saisi le code que nous y envoyons.',
  'verify-contact.sent': 'Un code a été envoyé. Il fonctionne pendant {minutes, plural, one {# minute} other {# '
    + 'minutes}}.',
  'verify-contact.skip': 'Pas maintenant',
  'notice.email.taken': 'Cette adresse appartient à un autre compte. Utilisez-en une autre.',
  'notice.email.known': 'Votre compte a déjà cette adresse.',
  'mail.code.intro-contact': 'Utilisez ce code pour ajouter cette adresse à votre compte {brand}\u00a0:',
  'mail.changed.email-added.subject': 'Une adresse e-mail a été ajoutée à votre compte {brand}',
  'mail.changed.email-added.intro': 'Une adresse e-mail a été ajoutée à votre compte. Des codes de connexion peuvent '
    + 'désormais y être envoyés.',
};
