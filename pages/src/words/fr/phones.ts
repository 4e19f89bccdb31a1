import type { PhoneWords } from '../en/phones.ts';

export const phones: PhoneWords = {
  'identify.email-or-phone': 'Adresse e-mail ou numéro de mobile',
  'identify.work-name-or-phone': 'E-mail professionnel, nom d’utilisateur ou numéro de mobile',
  'identify.sign-up-lead-phone': 'Saisissez votre adresse e-mail ou votre numéro de mobile. Un code qui y est envoyé montre que c’est '
    + 'bien à vous.',
  'sms-code.title': 'Regardez votre téléphone',
  'sms-code.lead': 'Si ce numéro peut être utilisé ici, un SMS avec un code vient d’y être envoyé. Le code fonctionne '
    + 'pendant {minutes, plural, one {# minute} other {# minutes}}.',
  'sms-code.label': 'Code reçu par SMS',
  'sms-code.again': 'Envoyer un nouveau code',
  'sms-code.hint': 'Un SMS peut mettre une minute à arriver. Pas de réseau, ou un nouveau numéro\u00a0? Utilisez un '
    + 'autre moyen.',
  'sms-code.restricted': 'Qui met la main sur un numéro peut en lire les SMS. Une clé d’accès est plus sûre, là où vous '
    + 'pouvez en utiliser une.',
  'sms-code.other-way': 'Utiliser un autre moyen',
  'create-account.lead-phone': 'Votre numéro de mobile est confirmé.',
  'choose-method.sms-code': 'Code par SMS',
  'account.kind.sms-code': 'Code par SMS',
  'verify-phone.title': 'Ajoutez un numéro de mobile',
  'verify-phone.lead': 'Un code par SMS vous permet de retrouver l’accès quand vous ne pouvez plus lire vos e-mails.',
  'verify-phone.number': 'Numéro de mobile',
  'verify-phone.hint': 'Il sera pris en compte quand vous aurez saisi le code que nous y envoyons. Il sert aux codes et aux '
    + 'nouvelles de votre compte.',
  'notice.phone.invalid': 'Ce n’est pas un numéro de mobile. Écrivez-le avec son pays, par exemple +33 6 12 34 56 78.',
  'notice.phone.taken': 'Ce numéro appartient à un autre compte. Utilisez-en un autre.',
  'notice.phone.known': 'Votre compte a déjà ce numéro.',
  'notice.phone.not-here': 'Aucun SMS n’est envoyé d’ici vers ce pays. Utilisez un autre numéro ou un autre moyen.',
  'notice.sms.wait': 'Aucun autre SMS ne peut être envoyé pour le moment. Utilisez un autre moyen ou réessayez plus '
    + 'tard.',
  'text.code': '{code} est votre code pour {brand}. Il fonctionne pendant '
    + '{minutes, plural, one {# minute} other {# minutes}}. Ne le donnez à personne.',
  'text.code-contact': '{code} est le code qui ajoute ce numéro à votre compte {brand}. Il fonctionne pendant '
    + '{minutes, plural, one {# minute} other {# minutes}}. Ne le donnez à personne.',
  'mail.changed.phone-added.subject': 'Un numéro de mobile a été ajouté à votre compte {brand}',
  'mail.changed.phone-added.intro': 'Un numéro de mobile a été ajouté à votre compte. Des codes de connexion peuvent désormais y être '
    + 'envoyés.',
  'mail.changed.phone-removed.subject': 'Un numéro de mobile a été retiré de votre compte {brand}',
  'mail.changed.phone-removed.intro': 'Un numéro de mobile a été retiré de votre compte. Aucun code n’y est plus '
    + 'envoyé.',
  'mail.changed.email-removed.subject': 'Une adresse e-mail a été retirée de votre compte {brand}',
  'mail.changed.email-removed.intro': 'Une adresse e-mail a été retirée de votre compte. Aucun code n’y est plus '
    + 'envoyé.',
  'account.reach': 'Comment vous joindre',
  'account.reach.text': 'C’est ici que vont les codes et les nouvelles de votre compte.',
  'account.reach.way': 'Adresses et numéros',
  'account.reach.last': 'Le dernier moyen reste',
  'account.reach.add-email': 'Ajouter une adresse e-mail',
  'account.reach.add-phone': 'Ajouter un numéro de mobile',
  'account.news.place-removed': 'C’est retiré, et toutes vos autres adresses ont été prévenues.',
  'account.news.place-last': 'Ce moyen reste\u00a0: sans lui, plus rien ne vous joindrait.',
};
