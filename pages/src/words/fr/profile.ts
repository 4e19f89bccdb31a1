import type { ProfileWords } from '../en/profile.ts';

export const profile: ProfileWords = {
  'save': 'Enregistrer',
  'profile.name': 'Nom',
  'profile.language': 'Langue',
  'profile.language.hint': 'Nous vous écrivons dans cette langue.',
  'profile.time-zone': 'Fuseau horaire',
  'profile.time-zone.hint': 'Les applications que vous utilisez ici peuvent afficher les heures selon ce fuseau.',
  'profile.time-zone.none': 'Non indiqué',
  'profile.addresses': 'Adresses e-mail',
  'profile.addresses.text': 'Vous pouvez vous connecter avec elles, et les avis sont envoyés à chacune.',
  'profile.addresses.change': 'Changer une adresse',
  'profile.take-back': 'Retirer',
  'profile.take-back-named': 'Retirer\u00a0: {name}',
  'profile.told': 'Ce que vous nous avez dit d’autre',
  'profile.told.text': 'Ce n’est plus demandé. Retirez ce que nous ne devons pas garder.',
  'profile.optional': 'Ce que vous n’êtes pas tenu de dire',
  'profile.optional.text': 'Vous nous l’avez dit de vous-même et pouvez le retirer.',
  'account.profile': 'Votre profil',
  'account.profile.text': 'Votre nom, votre langue, votre fuseau horaire et vos adresses, et ce que vous nous avez dit de vous.',
  'account.profile.way': 'Voir et modifier votre profil',
  'account.news.profile-saved': 'Votre profil est enregistré.',
  'account.news.address-changed': 'Votre adresse est changée. Nous avons écrit à la précédente\u00a0; le changement peut y être '
    + 'annulé pendant une semaine.',
  'account.did.principal.profile_changed': 'Votre profil a été modifié',
  'address.title': 'Changer une adresse e-mail',
  'address.text': 'Nous envoyons d’abord un code à la nouvelle adresse. L’adresse précédente reçoit un e-mail et peut annuler le '
    + 'changement pendant une semaine. D’ici là, certaines opérations de ce compte sont bloquées, afin que personne n’en abuse.',
  'address.former': 'Adresse à remplacer',
  'address.new': 'Nouvelle adresse e-mail',
  'address.send': 'Envoyer un code',
  'address.prove.title': 'Saisissez le code',
  'address.prove.text': 'Nous avons envoyé un code à {address}. Il fonctionne pendant 10 minutes.',
  'address.prove.label': 'Code reçu',
  'address.prove.submit': 'Changer l’adresse',
  'address.prove.other': 'Utiliser une autre adresse',
  'undo-address.ask.title': 'Rendre son adresse au compte\u00a0?',
  'undo-address.ask.text': 'Le {at}, une autre adresse a pris la place de celle-ci dans votre compte {brand}. Si ce n’était pas '
    + 'vous, annulez-le ici\u00a0: toutes les sessions sont fermées et ce qui a été ajouté depuis est supprimé.',
  'undo-address.submit': 'Annuler le changement',
  'undo-address.undone.title': 'Votre adresse est de retour',
  'undo-address.undone.text': 'Toutes les sessions de votre compte {brand} sont fermées et ce qui a été ajouté depuis le changement '
    + 'est supprimé. Connectez-vous avec un code envoyé à cette adresse, puis passez votre compte en revue.',
  'undo-address.too-late.title': 'Ce n’est plus possible ici',
  'undo-address.too-late.text': 'Ce changement a déjà été annulé, ou le délai est passé. Si ce n’était pas vous, dites-le à '
    + 'l’assistance de {brand}.',
  'mail.address-changed.subject': 'Votre compte {brand} a maintenant une autre adresse',
  'mail.address-changed.intro': 'Une autre adresse e-mail a pris la place de celle-ci dans votre compte {brand}. Les codes et les '
    + 'avis y sont envoyés désormais.',
  'mail.address-changed.until': 'Annulable jusqu’au',
  'mail.address-changed.undo': 'Si c’était vous, il n’y a rien à faire. Sinon, annulez-le.',
  'mail.address-changed.action': 'Ce n’était pas moi',
};
