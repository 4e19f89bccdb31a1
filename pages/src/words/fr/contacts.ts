import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'Demandez à quelqu’un de confiance',
  'contact.offer.text': 'Vous avez désigné des personnes qui peuvent dire que c’est bien vous. Elles reçoivent un '
    + 'e-mail et vous leur dictez un numéro. Après leur oui commence une attente de {hours, plural, one {# heure} '
    + 'other {# heures}}, pendant laquelle tout peut être arrêté depuis n’importe quelle adresse de ce compte.',
  'contact.submit': 'Leur demander',
  'contact.other-way': 'Je ne peux pas les joindre',
  'contact.asked.title': 'Appelez votre contact de confiance',
  'contact.asked.text': 'Cette personne a reçu un e-mail de {brand}. Appelez-la ou voyez-la, et dites-lui ce numéro. '
    + 'Ne l’envoyez pas par écrit. Vous pouvez fermer cette page\u00a0; elle affichera de nouveau le numéro à votre '
    + 'retour.',
  'contact.number': 'Le numéro à lui dire',
  'trusted-contact.somebody': 'quelqu’un',
  'trusted-contact.accept': 'Oui, j’accepte',
  'trusted-contact.decline': 'Non, je préfère ne pas l’être',
  'trusted-contact.confirm': 'C’est bien cette personne',
  'trusted-contact.stop': 'Ce n’est pas cette personne',
  'trusted-contact.number': 'Le numéro que cette personne vous dit',
  'trusted-contact.hint': 'Parlez-lui, au téléphone ou face à face, et assurez-vous de reconnaître sa voix. N’acceptez '
    + 'pas le numéro par message.',
  'trusted-contact.ask.title': 'Devenir contact de confiance\u00a0?',
  'trusted-contact.ask.text': '{owner} vous demande si, un jour, vous pourriez confirmer son identité en cas de perte '
    + 'd’accès à son compte {brand}. Vous n’y aurez aucun accès et n’en verrez rien.',
  'trusted-contact.accepted.title': 'Vous êtes contact de confiance',
  'trusted-contact.accepted.text': 'Si {owner} perd un jour l’accès à son compte {brand}, vous recevrez un e-mail. '
    + 'Vous pouvez vous retirer à tout moment.',
  'trusted-contact.declined.title': 'Vous n’êtes pas contact de confiance',
  'trusted-contact.declined.text': 'Vous ne recevrez plus d’e-mail au sujet du compte {brand} de {owner}.',
  'trusted-contact.confirm.title': 'Est-ce vraiment cette personne\u00a0?',
  'trusted-contact.confirm.text': 'Quelqu’un dit être {owner} et veut retrouver l’accès à un compte {brand}, '
    + 'depuis\u00a0: {device}. Si c’est bien cette personne, elle pourra créer un nouveau moyen de connexion après un '
    + 'délai. Vous n’obtenez aucun accès.',
  'trusted-contact.confirmed.title': 'Merci, c’est tout',
  'trusted-contact.confirmed.text': '{owner} pourra continuer après un délai, pendant lequel un avis est envoyé à '
    + 'chacune de ses adresses.',
  'trusted-contact.stopped.title': 'C’est arrêté',
  'trusted-contact.stopped.text': 'Personne n’accède ainsi au compte {brand} de {owner}. Prévenez {owner}.',
  'trusted-contact.ended.title': 'Il n’y a plus rien à faire',
  'trusted-contact.ended.text': 'La demande est déjà réglée, ou {owner} l’a arrêtée.',
  'mail.contact.be.subject': '{owner} vous demande d’être contact de confiance chez {brand}',
  'mail.contact.be.intro': '{owner} vous demande si, un jour, vous pourriez confirmer son identité en cas de perte '
    + 'd’accès à son compte {brand}. Vous n’y aurez aucun accès.',
  'mail.contact.be.action': 'Répondre oui ou non',
  'mail.contact.confirm.subject': 'Est-ce bien {owner} qui veut retrouver l’accès à son compte {brand}\u00a0?',
  'mail.contact.confirm.intro': 'Quelqu’un dit être {owner} et veut retrouver l’accès à un compte {brand}. Avant toute '
    + 'chose, parlez de vive voix à {owner}, qui vous dira un numéro.',
  'mail.contact.confirm.action': 'Voir la demande',
  'mail.contact.nothing': 'Si vous ne faites rien, il ne se passe rien.',
  'mail.changed.contact-added.subject': 'Un contact de confiance a été désigné pour votre compte {brand}',
  'mail.changed.contact-added.intro': 'Quelqu’un qui est connecté à votre compte a désigné une personne qui pourra '
    + 'dire que c’est bien vous si vous perdez l’accès.',
  'mail.changed.contact-removed.subject': 'Un contact de confiance a été retiré de votre compte {brand}',
  'mail.changed.contact-removed.intro': 'Quelqu’un qui est connecté à votre compte a retiré une personne qui pouvait dire '
    + 'que c’est bien vous si vous perdez l’accès.',
  'account.contacts': 'Contacts de confiance',
  'account.contacts.text': 'Désignez jusqu’à deux personnes qui pourront dire que c’est bien vous si vous perdez '
    + 'l’accès. Elles n’obtiennent aucun accès.',
  'account.contacts.way': 'Contacts de confiance',
  'account.contacts.address': 'Adresse e-mail de cette personne',
  'account.contacts.add': 'Lui demander par e-mail',
  'account.contacts.asked': 'N’a pas encore répondu',
  'account.contacts.accepted': 'A dit oui',
  'account.news.contact-asked': 'Nous avons envoyé la demande par e-mail.',
  'account.news.contact-removed': 'Cette personne n’est plus un contact de confiance.',
  'account.news.contact-refused': 'Cette adresse ne peut pas être un contact\u00a0: désignez deux autres personnes au '
    + 'plus, chacune une seule fois.',
};
