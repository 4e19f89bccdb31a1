import type { RemoteWords } from '../en/remote.ts';

export const remote: RemoteWords = {
  'remote.gets': 'Cette application pourrait\u00a0:',
  'open-device.title': 'Se connecter sur un autre écran',
  'open-device.lead': 'Saisissez le code affiché sur l’écran devant vous. Vous vous connectez ici, sur votre propre '
    + 'appareil.',
  'open-device.code': 'Code affiché sur l’écran',
  'open-device.hint': 'Huit lettres\u00a0; les espaces et les traits d’union ne comptent pas',
  'open-device.title-confirm': 'Se connecter sur {application}\u00a0?',
  'open-device.lead-confirm': 'Un écran de {application} l’a demandé {minutes, plural, =0 {à l’instant} one '
    + '{il\u00a0y\u00a0a\u00a0# minute} other {il\u00a0y\u00a0a\u00a0# minutes}}.',
  'open-device.compare': 'L’écran doit afficher le même code',
  'open-device.warning': 'Ne continuez que si vous êtes devant cet autre écran. {brand} ne vous envoie jamais de '
    + 'code\u00a0; si quelqu’un le fait, c’est pour entrer dans votre compte.',
  'open-device.submit': 'Autoriser l’autre écran pour {person}',
  'open-device.submit-sign-in': 'Se connecter et autoriser l’autre écran',
  'open-device.refuse': 'Je n’ai rien demandé',
  'open-device.switch': 'Se connecter sous un autre nom',
  'open-device.title-done': 'Votre session est ouverte sur l’autre écran',
  'open-device.lead-done': 'L’autre écran continue tout seul. Vous pouvez fermer cette session à tout moment\u00a0: '
    + 'là-bas ou dans votre compte.',
  'open-device.title-ended': 'L’autre écran n’a pas été autorisé',
  'open-device.lead-ended': 'La demande a été refusée, ou l’attente a été trop longue. Si c’est vous qui aviez '
    + 'commencé, affichez un nouveau code sur l’écran.',
  'notice.device.unknown': 'Aucun écran n’affiche ce code en ce moment. Vérifiez-le ou affichez-en un nouveau sur '
    + 'l’écran.',
  'notice.device.taken': 'Ce code a déjà été saisi dans un autre navigateur. Affichez-en un nouveau sur l’écran.',
  'open-request.title': 'Confirmer à {application} que c’est bien vous\u00a0?',
  'open-request.lead': '{application} a demandé {minutes, plural, =0 {à l’instant} one {il\u00a0y\u00a0a\u00a0# '
    + 'minute} other {il\u00a0y\u00a0a\u00a0# minutes}} de confirmer que son interlocuteur est bien {person}.',
  'open-request.purpose': 'Pour quoi\u00a0:',
  'open-request.number': 'Numéro que {application} vous montre ou vous dit',
  'open-request.hint': 'Deux chiffres',
  'open-request.submit': 'Oui, c’est moi',
  'open-request.warning': 'Ne confirmez que si l’appel ou la visite vient de vous. {brand} ne vous appelle pas pour '
    + 'vous demander cela.',
  'open-request.not-me': 'Ce n’était pas moi',
  'open-request.title-done': 'C’est confirmé',
  'open-request.lead-done': '{application} sait maintenant que c’est bien vous. Vous pouvez fermer cette page.',
  'open-request.title-ended': 'Rien n’a été confirmé',
  'open-request.lead-ended': '{application} a reçu un non, ou l’attente a été trop longue. Si c’était vous, '
    + 'demandez-lui de recommencer.',
  'notice.request.wrong-number': 'Ce n’est pas le numéro. Après trois erreurs, plus rien ne peut être confirmé.',
  'mail.request.subject': 'Est-ce vous qui parlez à {brand}\u00a0?',
  'mail.request.intro': 'Quelqu’un dit être vous. Si vous parlez à {brand} en ce moment, ouvrez cette page, lisez-la '
    + 'et confirmez-y avec le numéro qui vous est donné\u00a0:',
  'mail.request.who': 'Qui demande',
  'mail.request.why': 'Pour quoi',
  'mail.request.action': 'Ouvrir et regarder',
  'mail.request.life': 'La page fonctionne pendant {minutes, plural, one {# minute} other {# minutes}}. L’ouvrir ne '
    + 'confirme rien.',
  'mail.request.stop': 'Si ce n’est pas vous, ouvrez la page et dites-le, ou laissez-la\u00a0: rien ne se passe sans '
    + 'votre oui.',
  'mail.let-in.subject': 'Un écran a obtenu l’accès à votre compte {brand}',
  'mail.let-in.intro': 'Vous avez autorisé un autre écran à se connecter avec votre compte {brand}, par le code qu’il '
    + 'affichait.',
  'mail.let-in.screen': 'Écran',
  'account.requests': 'En attente de votre réponse',
  'account.requests.text': 'Quelqu’un dit être vous auprès de ces applications.',
  'account.requests.asked': 'Demande du',
  'account.requests.look': 'Regarder',
  'account.requests.look-named': 'Regarder ce que demande {name}',
};
