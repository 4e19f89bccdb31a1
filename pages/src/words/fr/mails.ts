import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'Bonjour,',
  'mail.code.subject': '{code} est votre code pour {brand}',
  'mail.code.intro-sign-in': 'Utilisez ce code pour vous connecter à {brand}\u00a0:',
  'mail.code.intro-sign-up': 'Utilisez ce code pour créer votre compte {brand}\u00a0:',
  'mail.code.life': 'Il fonctionne pendant {minutes, plural, one {# minute} other {# minutes}}, une seule fois et '
    + 'seulement sur la page où vous l’avez demandé.',
  'mail.code.stop': 'Si vous n’avez rien demandé, vous n’avez rien à faire\u00a0: sans ce code, personne n’entre. '
    + '{brand} ne vous le demandera jamais par téléphone ni par message.',
  'mail.no-account.subject': 'Connexion à {brand}',
  'mail.no-account.intro': 'Quelqu’un a saisi cette adresse pour se connecter à {brand}, mais aucun compte ne lui '
    + 'correspond.',
  'mail.no-account.sign-up': 'Si c’était vous, vous avez peut-être utilisé une autre adresse\u00a0; sinon, vous pouvez '
    + 'créer un compte.',
  'mail.no-account.other': 'Si c’était vous, vous avez peut-être utilisé une autre adresse.',
  'mail.no-account.action': 'Créer un compte',
  'mail.no-account.stop': 'Si ce n’était pas vous, vous n’avez rien à faire.',
  'mail.invitation.subject': 'Votre compte {brand}',
  'mail.invitation.intro': '{brand} a créé un compte pour vous. Choisissez comment vous voulez vous connecter\u00a0; '
    + 'cela prend environ une minute.',
  'mail.invitation.again': '{brand} a créé un lien qui vous permet de configurer à nouveau votre connexion, par '
    + 'exemple après la perte d’un appareil.',
  'mail.invitation.life-minutes': 'Le lien fonctionne une seule fois, pendant {minutes, plural, one {# minute} other '
    + '{# minutes}}. Ensuite, demandez-en un nouveau.',
  'mail.invitation.action': 'Configurer la connexion',
  'mail.invitation.life': 'Le lien fonctionne une seule fois, pendant {hours, plural, one {# heure} other {# heures}}. '
    + 'Ensuite, demandez-en un nouveau.',
  'mail.invitation.stop': 'Si vous n’attendiez pas cet e-mail, n’utilisez pas le lien et prévenez {brand}.',
  'mail.changed.passkey-added.subject': 'Une clé d’accès a été ajoutée à votre compte {brand}',
  'mail.changed.passkey-added.intro': 'Une clé d’accès a été ajoutée à votre compte. Elle permet désormais de se '
    + 'connecter.',
  'mail.changed.password-set.subject': 'Le mot de passe de votre compte {brand} a été modifié',
  'mail.changed.password-set.intro': 'Le mot de passe de votre compte a été défini ou modifié.',
  'mail.changed.totp-added.subject': 'Une application d’authentification a été ajoutée à votre compte {brand}',
  'mail.changed.totp-added.intro': 'Une application d’authentification a été ajoutée à votre compte. Ses codes '
    + 'permettent désormais de se connecter.',
  'mail.changed.removed.subject': 'Un moyen de connexion a été supprimé de votre compte {brand}',
  'mail.changed.removed.intro': 'Un moyen de connexion a été supprimé de votre compte.',
  'mail.changed.recovery-codes-made.subject': 'Nouveaux codes de récupération pour votre compte {brand}',
  'mail.changed.recovery-codes-made.intro': 'De nouveaux codes de récupération ont été créés pour votre compte. Les '
    + 'précédents ne fonctionnent plus.',
  'mail.changed.recovery-begun.subject': 'La récupération de votre compte {brand} a commencé',
  'mail.changed.recovery-begun.intro': 'Quelqu’un a commencé à récupérer l’accès à votre compte, comme si ce qui sert à l’ouvrir était '
    + 'perdu. Rien n’a encore changé.',
  'mail.changed.recovery-code-used.subject': 'Un code de récupération de votre compte {brand} a été utilisé',
  'mail.changed.recovery-code-used.intro': 'Quelqu’un a utilisé un des codes de récupération de votre compte pour y '
    + 'accéder de nouveau.',
  'mail.changed.link-made.subject': 'Un lien de configuration de la connexion a été créé pour votre compte {brand}',
  'mail.changed.link-made.intro': 'L’assistance a créé un lien qui permet de configurer un nouveau moyen de connexion '
    + 'pour votre compte. Il fonctionne une seule fois, pendant quelques minutes.',
  'mail.changed.when': 'Quand',
  'mail.changed.where': 'Depuis',
  'mail.changed.account': 'Compte',
  'mail.changed.yours': 'Si c’était vous, vous n’avez rien à faire.',
  'mail.changed.stop': 'Si ce n’était pas vous, prévenez tout de suite l’assistance de {brand}. Elle peut bloquer '
    + 'l’accès des autres au compte et annuler la modification.',
  'mail.changed.action': 'Prévenir l’assistance',
  'mail.new-sign-in.subject': 'Une connexion inhabituelle à votre compte {brand}',
  'mail.new-sign-in.intro': 'Quelqu’un s’est connecté à votre compte {brand} autrement que d’habitude. Si '
    + 'c’était vous, il n’y a rien à faire.',
  'mail.new-sign-in.country': 'Pays',
  'mail.not-me.stop': 'Si ce n’était pas vous, dites-le ici\u00a0: toutes les sessions de votre compte sont fermées et '
    + 'les modifications encore en attente sont arrêtées.',
  'mail.not-me.action': 'Ce n’était pas moi',
  'mail.notice.subject': 'Du nouveau dans votre compte {brand}',
  'mail.delayed.subject': 'Une modification de votre compte {brand} est en attente',
  'mail.delayed.intro': 'Quelqu’un qui est connecté à votre compte a demandé une modification. Elle ne prend effet que '
    + 'plus tard, pour que vous puissiez l’arrêter.',
  'mail.delayed.what': 'Quoi',
  'mail.delayed.due': 'Prise d’effet',
  'mail.delayed.stop': 'Si vous n’en voulez pas, arrêtez-la avant.',
  'mail.delayed.cancel': 'Arrêter cette modification',
  'mail.action.done.subject': 'Une opération a été faite dans votre compte {brand}',
  'mail.action.done': 'Quelqu’un qui est connecté à votre compte a fait ceci. Rien n’a été bloqué\u00a0; nous vous en '
    + 'informons seulement.',
  'mail.action.in-review.subject': 'Une modification de votre compte {brand} est en cours d’examen',
  'mail.action.in-review': 'Quelqu’un qui est connecté à votre compte a demandé ceci. Ce ne sera fait qu’une fois examiné '
    + 'par une personne de {brand}.',
  'mail.action.approved.subject': 'Une modification de votre compte {brand} est autorisée',
  'mail.action.approved': 'Une personne de {brand} a examiné cette demande et l’a acceptée. Celui ou celle qui l’a faite '
    + 'peut maintenant la terminer, une fois, dans un délai d’une semaine.',
  'mail.action.refused.subject': 'Une modification de votre compte {brand} a été refusée',
  'mail.action.refused': 'Une personne de {brand} a examiné cette demande et l’a refusée. Rien n’a été modifié.',
  'mail.action.expired.subject': 'Une modification de votre compte {brand} n’a pas été faite',
  'mail.action.expired': 'Personne chez {brand} n’a pu examiner cette demande à temps. Rien n’a été modifié\u00a0; elle '
    + 'peut être faite à nouveau.',
  'mail.footer': 'Envoyé par {brand} à {address} pour la raison indiquée ci-dessus. Ce n’est pas de la publicité.',
};
