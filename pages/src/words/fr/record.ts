import type { RecordWords } from '../en/record.ts';

export const record: RecordWords = {
  'account.record': 'Ce qui est conservé à votre sujet',
  'account.record.text': 'Consultez-le, prenez-en une copie ou supprimez votre compte.',
  'account.activity': 'Ce qui s’est passé dans votre compte',
  'account.activity.text': 'Connexions et modifications, des plus récentes aux plus anciennes.',
  'account.activity.none': 'Rien encore. Les connexions et les modifications apparaissent ici.',
  'account.activity.earlier': 'Plus ancien',
  'account.not-me': 'Quelque chose ici ne vient pas de vous\u00a0?',
  'account.not-me.text': 'Dites-le\u00a0: toutes les sessions sont fermées, les modifications en attente sont '
    + 'arrêtées, et nous vous guidons pour sécuriser votre compte.',
  'account.not-me.act': 'Ce n’était pas moi',
  'account.did.session.started': 'Connexion',
  'account.did.session.ended': 'Déconnexion',
  'account.did.credential.bound': 'Un moyen de connexion a été ajouté',
  'account.did.credential.removed': 'Un moyen de connexion a été supprimé',
  'account.did.credential.throttled': 'Trop d’essais infructueux',
  'account.did.recovery.opened': 'Quelqu’un a commencé à récupérer l’accès au compte',
  'account.did.recovery.closed': 'Cette récupération a pris fin',
  'account.did.principal.recovered': 'L’accès au compte a été récupéré',
  'account.did.identifier.verified': 'Une adresse a été confirmée',
  'account.did.identifier.dropped': 'Une adresse a été supprimée',
  'account.did.consent.given': 'Une application a été autorisée',
  'account.did.consent.withdrawn': 'Une application a été déconnectée',
  'account.did.report.not_me': 'Vous avez dit que ce n’était pas vous',
  'account.did.principal.checked_up': 'Vous avez passé votre compte en revue',
  'account.did.principal.deletion_requested': 'La suppression a été demandée',
  'account.did.principal.deletion_cancelled': 'Le compte est finalement conservé',
  'account.did.principal.exported': 'Une copie de vos données a été prise',
  'account.check-up': 'Vérifier ce qui ouvre votre compte',
  'account.check-up.text': 'Cela prend une minute. Utile de temps en temps, et quand vous changez de téléphone ou '
    + 'd’adresse.',
  'account.check-up.start': 'Vérifier maintenant',
  'account.check-up.title': 'Tout est-il encore exact\u00a0?',
  'account.check-up.lead': 'Ce que vous voyez ici peut ouvrir votre compte. Supprimez ce qui n’est pas à vous ou ce '
    + 'que vous avez perdu.',
  'account.check-up.addresses': 'Vos adresses',
  'account.check-up.addresses-text': 'Le courrier envoyé à ces adresses peut aider à ouvrir votre compte. Pouvez-vous '
    + 'encore le lire\u00a0?',
  'account.check-up.right': 'Oui, tout est exact',
  'account.news.looked-through': 'Merci. Nous avons noté que vous avez passé votre compte en revue aujourd’hui.',
  'account.connections': 'Applications connectées',
  'account.connections.text': 'Des applications d’autres organisations auxquelles vous avez donné accès à une partie '
    + 'de votre compte.',
  'account.connections.none': 'Aucune. Une application vous demande votre accord avant d’obtenir quoi que ce soit.',
  'account.connected': 'Depuis le',
  'account.disconnect': 'Déconnecter',
  'account.disconnect-named': 'Déconnecter {name}',
  'account.agreed': 'Ce que vous avez accepté',
  'account.agreed.version': 'Version du texte\u00a0: {version}',
  'account.export': 'Une copie de vos données',
  'account.export.text': 'Un fichier avec tout ce qui est conservé à votre sujet\u00a0: ce que vous avez indiqué, où '
    + 'vos sessions sont ouvertes, ce qui s’est passé. Il ne contient ni mots de passe ni clés. Gardez-le là où '
    + 'personne d’autre ne peut le lire.',
  'account.export.act': 'Télécharger le fichier',
  'account.delete': 'Supprimer votre compte',
  'account.delete.title': 'Supprimer votre compte\u00a0?',
  'account.delete.text': 'Votre compte {brand} sera supprimé et ne pourra plus être rétabli ensuite.',
  'account.delete.wait': 'Pendant {days, plural, one {# jour} other {# jours}}, rien ne change et vous pouvez vous '
    + 'connecter comme avant.',
  'account.delete.keep': 'D’ici là, vous pouvez le conserver\u00a0: connectez-vous et choisissez de conserver votre '
    + 'compte.',
  'account.delete.gone': 'Ensuite, votre nom, vos adresses, vos moyens de connexion et les applications connectées '
    + 'disparaissent.',
  'account.delete.act': 'Supprimer mon compte',
  'account.closing': 'Ce compte va être supprimé',
  'account.closing.text': 'Vous pouvez le conserver jusqu’au',
  'account.keep': 'Conserver mon compte',
  'account.news.disconnected': 'L’application est déconnectée et n’obtient plus rien.',
  'account.news.deletion-asked': 'Votre compte sera supprimé. Nous l’avons annoncé à chacune de vos adresses.',
  'account.news.deletion-cancelled': 'Votre compte est conservé. Nous l’avons annoncé à chacune de vos adresses.',
  'mail.deletion.asked.subject': 'Votre compte {brand} va être supprimé',
  'mail.deletion.asked': 'Quelqu’un qui est connecté à votre compte a demandé sa suppression.',
  'mail.deletion.keep': 'Si vous voulez le conserver, connectez-vous avant cette date et choisissez de le '
    + 'conserver\u00a0: {address}',
  'mail.deletion.cancelled.subject': 'Votre compte {brand} est conservé',
  'mail.deletion.cancelled': 'Votre compte devait être supprimé. Cette demande a été retirée\u00a0: il est conservé.',
  'mail.deletion.done.subject': 'Votre compte {brand} a été supprimé',
  'mail.deletion.done': 'Votre compte a été supprimé, comme vous l’aviez demandé. Rien n’est conservé qui dise qui '
    + 'vous êtes. C’est le dernier e-mail à ce sujet.',
};
