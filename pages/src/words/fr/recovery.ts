import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'Saisissez un code de récupération',
  'recovery-code.lead': 'Un des codes que vous avez enregistrés en configurant votre connexion. Il sert une seule '
    + 'fois.',
  'recovery-code.label': 'Code de récupération',
  'recovery-code.none': 'Je n’ai pas de code de récupération',
  'account.kind.recovery-case': 'Récupération',
  'wait.offer.title': 'Retrouver l’accès après un délai',
  'wait.offer.text': 'Vous pourrez créer un nouveau moyen de connexion après {hours, plural, one {# heure} other {# '
    + 'heures}}. D’ici là, tout peut être arrêté depuis n’importe quelle adresse de ce compte, pour que personne '
    + 'd’autre ne puisse s’en emparer.',
  'wait.submit': 'Commencer l’attente',
  'wait.other-way': 'Demander plutôt à l’assistance',
  'approve.offer.title': 'Demander de l’aide à l’assistance',
  'approve.offer.text': 'Contactez l’assistance de {brand}\u00a0; une personne s’y assure que c’est bien vous. Après '
    + 'son oui commence une attente de {hours, plural, one {# heure} other {# heures}}, pendant laquelle tout peut '
    + 'être arrêté depuis n’importe quelle adresse de ce compte.',
  'approve.submit': 'Demander à l’assistance',
  'approve.other-way': 'Ni l’un ni l’autre n’est possible pour moi',
  'recovery.asked.title': 'L’assistance a votre demande',
  'recovery.asked.text': 'Contactez l’assistance de {brand} et donnez-lui ce numéro\u00a0; elle s’assure que c’est '
    + 'bien vous. Nous écrivons à chaque adresse de ce compte dès qu’il y a une réponse. Vous pouvez fermer cette '
    + 'page.',
  'recovery.number': 'Numéro de votre demande',
  'recovery.waiting.title': 'Il faut maintenant attendre',
  'recovery.waiting.text': 'Vous pourrez continuer après le {due}. Nous avons écrit à chaque adresse de ce compte et '
    + 'écrirons de nouveau à ce moment-là. Vous pouvez fermer cette page.',
  'recovery.later': 'Revenir plus tard',
  'refuse.recovery-waits.title': 'Votre demande est enregistrée',
  'refuse.recovery-waits.text': 'Nous vous écrirons quand vous pourrez continuer. D’ici là, rien ne change.',
  'stop-recovery.ask.title': 'Arrêter cette récupération\u00a0?',
  'stop-recovery.ask.text': 'Le {at}, quelqu’un a commencé à récupérer l’accès à votre compte {brand}, depuis\u00a0: '
    + '{device}. Si ce n’était pas vous, arrêtez cela ici. Cette personne, quelle qu’elle soit, peut lire le courrier '
    + 'd’une de vos adresses\u00a0: changez aussi le mot de passe de cette messagerie.',
  'stop-recovery.somewhere': 'un appareil inconnu',
  'stop-recovery.submit': 'Arrêter',
  'stop-recovery.stopped.title': 'C’est arrêté',
  'stop-recovery.stopped.text': 'Personne n’accède ainsi à votre compte {brand}. Si la demande ne venait pas de vous, '
    + 'changez le mot de passe de votre messagerie.',
  'stop-recovery.too-late.title': 'Il n’est plus possible de l’arrêter ici',
  'stop-recovery.too-late.text': 'Cette récupération est terminée ou a été close. Si ce n’était pas vous, choisissez '
    + '«\u00a0Ce n’était pas moi\u00a0» dans le dernier e-mail à ce sujet et prévenez l’assistance de {brand}.',
  'mail.recovery.due': 'Reprise possible après',
  'mail.recovery.stop': 'Si ce n’était pas vous, arrêtez-la avant.',
  'mail.recovery.cancel': 'Arrêter cette récupération',
  'mail.recovery.resume': 'Poursuivre la récupération',
  'mail.recovery.asked.subject': 'Quelqu’un demande à retrouver l’accès à votre compte {brand}',
  'mail.recovery.asked.intro': 'Quelqu’un qui peut lire le courrier d’une de vos adresses a demandé de l’aide pour '
    + 'retrouver l’accès à votre compte. Il faut le oui d’une autre personne, puis un délai pendant lequel vous pouvez '
    + 'arrêter cette récupération.',
  'mail.recovery.waiting.subject': 'Quelqu’un est en train de récupérer l’accès à votre compte {brand}',
  'mail.recovery.waiting.intro': 'Quelqu’un qui peut lire le courrier d’une de vos adresses est en train de récupérer '
    + 'l’accès à votre compte. Cette récupération prend du temps, pour que vous puissiez l’arrêter.',
  'mail.recovery.ready.subject': 'Vous pouvez continuer à récupérer l’accès à votre compte {brand}',
  'mail.recovery.ready.intro': 'L’attente est terminée. La personne qui a fait la demande peut maintenant créer un '
    + 'nouveau moyen de connexion.',
  'mail.recovery.finished.subject': 'L’accès à votre compte {brand} a été récupéré',
  'mail.recovery.finished.intro': 'Quelqu’un a retrouvé l’accès à votre compte et a créé un nouveau moyen de '
    + 'connexion. Toutes les sessions ouvertes auparavant sont fermées.',
  'mail.recovery.refused.subject': 'Une récupération de votre compte {brand} a été refusée',
  'mail.recovery.refused.intro': 'La personne consultée n’a pas pu s’assurer que c’était bien vous qui vouliez '
    + 'retrouver l’accès à votre compte. Rien n’a changé.',
  'mail.recovery.cancelled.subject': 'Une récupération de votre compte {brand} a été arrêtée',
  'mail.recovery.cancelled.intro': 'La récupération de votre compte a été arrêtée depuis une de vos adresses. Rien n’a '
    + 'changé.',
};
