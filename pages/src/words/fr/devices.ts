import type { DeviceWords } from '../en/devices.ts';

export const devices: DeviceWords = {
  'way.email-link': 'Recevoir un lien par e-mail',
  'waits.itself': 'Cette page continue toute seule.',
  'email-link.title': 'Ouvrez le lien reçu par e-mail',
  'email-link.lead': 'Si cette adresse peut être utilisée ici, un lien lui a été envoyé. Il fonctionne pendant '
    + '{minutes, plural, one {# minute} other {# minutes}}, ici ou sur un autre appareil.',
  'email-link.number': 'Sur un autre appareil, ce numéro vous sera demandé',
  'email-link.submit': 'Je l’ai ouvert',
  'email-link.again': 'Recevoir un nouveau lien',
  'email-link.hint': 'Rien reçu\u00a0? Regardez dans le courrier indésirable ou demandez un nouveau lien.',
  'open-link.title-here': 'Continuez ici',
  'open-link.lead-here': 'Vous avez commencé dans ce navigateur. Continuez et votre session s’ouvre ici.',
  'open-link.title-sign-in': 'Vous connectez-vous sur un autre écran\u00a0?',
  'open-link.title-sign-up': 'Créez-vous un compte sur un autre écran\u00a0?',
  'open-link.lead': 'Quelqu’un veut accéder à {application} depuis {device}\u00a0; la demande a été faite {minutes, '
    + 'plural, =0 {à l’instant} one {il\u00a0y\u00a0a\u00a0# minute} other {il\u00a0y\u00a0a\u00a0# minutes}}. Dire '
    + 'oui ouvre l’accès à l’autre écran, pas à celui-ci.',
  'open-link.some-browser': 'un autre navigateur',
  'open-link.number': 'Numéro affiché sur l’autre écran',
  'open-link.hint': 'Deux chiffres, sur l’écran où vous avez commencé',
  'open-link.warning': 'Ne le saisissez que si cet autre écran est devant vous. {brand} ne vous donne jamais de numéro '
    + 'par téléphone ni par message\u00a0; si quelqu’un le fait, c’est pour entrer dans votre compte.',
  'open-link.submit': 'Autoriser l’autre écran',
  'open-link.not-me': 'Je n’ai rien demandé',
  'open-link.title-confirmed': 'C’est fait ici',
  'open-link.lead-confirmed': 'Retournez à l’écran où vous avez commencé\u00a0: il continue tout seul. Vous pouvez '
    + 'fermer cette page.',
  'open-link.title-ended': 'Ce lien est arrêté',
  'open-link.lead-ended': 'Il ne donne accès à personne. Si la demande venait de vous, demandez un nouveau lien depuis '
    + 'l’écran où vous avez commencé.',
  'notice.link.not-yet': 'Personne n’a encore confirmé le lien. Ouvrez-le dans votre e-mail, puis revenez ici.',
  'notice.link.ended': 'Le lien a été arrêté, par la personne qui l’a lu ou après de mauvais numéros. Demandez-en un '
    + 'nouveau.',
  'notice.link.expired': 'Ce lien a expiré. Demandez-en un nouveau.',
  'notice.link.sent-again': 'Un nouveau lien arrive. Seul le plus récent fonctionne, avec le numéro affiché ici '
    + 'maintenant.',
  'notice.link.wait': 'Trop d’e-mails ont été envoyés à cette adresse ces derniers temps. Attendez un peu avant d’en '
    + 'demander un autre.',
  'notice.link.wrong-number': 'Ce n’est pas le numéro de l’autre écran. Après trois erreurs, le lien s’arrête.',
  'mail.link.subject': 'Votre lien pour {brand}',
  'mail.link.intro-sign-in': 'Quelqu’un, nous espérons que c’est vous, veut se connecter à {brand}. Si c’est bien '
    + 'vous, ouvrez ce lien\u00a0:',
  'mail.link.intro-sign-up': 'Quelqu’un, nous espérons que c’est vous, veut créer un compte {brand}. Si c’est bien '
    + 'vous, ouvrez ce lien\u00a0:',
  'mail.link.action': 'Ouvrir et continuer',
  'mail.link.life': 'Le lien fonctionne une seule fois, pendant {minutes, plural, one {# minute} other {# minutes}}. '
    + 'Sur un autre appareil que celui où vous avez commencé, le numéro affiché là-bas vous sera demandé.',
  'mail.link.stop': 'Si vous n’avez rien demandé, ne l’ouvrez pas et ne le transférez pas\u00a0: sans lui, personne '
    + 'n’entre.',
  'collect.optional': '{label} (facultatif)',
  'collect.skip': 'Pas maintenant',
  'accept-text.whole': 'Lire le texte complet',
  'accept-text.submit': 'J’accepte',
  'accept-text.decline': 'Je n’accepte pas',
  'handoff.title': 'Continuer sur un autre appareil',
  'handoff.lead': 'Scannez l’image avec l’autre appareil ou saisissez-y le code. Il fonctionne pendant {minutes, '
    + 'plural, one {# minute} other {# minutes}}.',
  'handoff.picture': 'Code QR qui mène à la page pour l’autre appareil',
  'handoff.code': 'Code à saisir sur {place}',
  'handoff.submit': 'Je l’ai saisi là-bas',
  'handoff.stay': 'Continuer ici',
  'handoff.again': 'Afficher un nouveau code',
  'handoff.title-confirm': 'Est-ce votre autre appareil\u00a0?',
  'handoff.lead-confirm': 'Quelqu’un s’est présenté avec le code, depuis {device}. Saisissez le numéro affiché sur '
    + 'votre autre appareil et tout se poursuit là-bas.',
  'handoff.number': 'Numéro affiché sur l’autre appareil',
  'handoff.move': 'Continuer là-bas',
  'handoff.not-mine': 'Ce n’est pas mon appareil',
  'handoff.warning': 'Ne saisissez qu’un numéro que vous voyez sur un de vos appareils. Si quelqu’un vous en dicte un, '
    + 'c’est pour continuer à votre place.',
  'handoff.title-arrived': 'Continuez ici',
  'handoff.lead-arrived': 'Ce que vous avez commencé sur l’autre appareil se poursuit ici.',
  'open-handoff.title': 'Continuer depuis un autre appareil',
  'open-handoff.lead': 'Saisissez le code que {brand} affiche sur l’appareil où vous avez commencé.',
  'open-handoff.code': 'Code de l’autre appareil',
  'open-handoff.hint': 'Huit lettres et chiffres\u00a0; les espaces ne comptent pas',
  'open-handoff.title-sign-up': 'Créez votre compte {brand} ici',
  'open-handoff.title-sign-in': 'Connectez-vous à {brand} ici',
  'open-handoff.title-step-up': 'Confirmez ici pour {brand} que c’est bien vous',
  'open-handoff.title-enrol': 'Configurez ici votre connexion à {brand}',
  'open-handoff.title-recover': 'Retrouvez ici l’accès à votre compte {brand}',
  'open-handoff.lead-wait': 'Il reste une chose à faire\u00a0: saisissez ce numéro sur l’appareil où vous avez '
    + 'commencé. Si cet appareil n’est pas devant vous, fermez cette page.',
  'open-handoff.number': 'Numéro pour le premier appareil',
  'open-handoff.submit': 'Je l’ai saisi là-bas',
  'open-handoff.title-ended': 'Le passage à cet appareil n’a pas eu lieu',
  'open-handoff.lead-ended': 'L’appareil où vous avez commencé a refusé, ou l’attente a été trop longue. Continuez '
    + 'là-bas ou affichez-y un nouveau code.',
  'notice.handoff.not-yet': 'Aucun autre appareil ne s’est encore présenté avec le code.',
  'notice.handoff.ended': 'L’attente a été trop longue, ou le numéro a été faux trois fois. Voici un nouveau code.',
  'notice.handoff.wrong-number': 'Ce n’est pas le numéro de l’autre appareil.',
  'notice.handoff.unknown': 'Ce code ne fonctionne pas. Vérifiez-le ou affichez-en un nouveau sur l’autre appareil.',
  'notice.handoff.taken': 'Un autre appareil s’est déjà présenté avec ce code. Affichez-en un nouveau sur le premier '
    + 'appareil.',
  'notice.handoff.waiting': 'Le numéro n’a pas encore été saisi sur le premier appareil.',
};
