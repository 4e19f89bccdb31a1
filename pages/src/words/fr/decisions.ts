import type { DecisionWords } from '../en/decisions.ts';

export const decisions: DecisionWords = {
  'because.asked': 'Pourquoi cette question',
  'because.title': 'Pourquoi',
  'because.device-new': 'Ce navigateur est nouveau pour votre compte.',
  'because.place-new': 'Vous êtes dans un autre pays que d’habitude.',
  'because.connection-new': 'Vous êtes connecté à internet autrement que d’habitude.',
  'because.time-unusual': 'Vous êtes ici à une autre heure que d’habitude.',
  'because.recovery-under-way': 'Quelqu’un est en train de récupérer l’accès à ce compte. Si ce n’est pas vous, le lien de notre message '
    + 'l’arrête.',
  'because.recovered-lately': 'L’accès à ce compte a été récupéré il y a peu.',
  'because.contact-changed': 'Une adresse ou un numéro de ce compte a été modifié il y a peu.',
  'because.credential-changed': 'Un moyen de connexion de ce compte a été modifié il y a peu.',
  'because.proof-old': 'Vous n’avez pas confirmé depuis un moment que c’est bien vous.',
  'because.unusual': 'Quelque chose dans cette connexion n’est pas comme d’habitude.',
  'answer.challenge': 'Confirmez que c’est bien vous, puis réessayez.',
  'answer.delay': 'Cela prendra effet plus tard, pour que vous puissiez l’arrêter si ce n’était pas vous. Nous vous avons '
    + 'écrit.',
  'answer.review': 'Quelqu’un doit d’abord examiner cela. Réessayez plus tard\u00a0; nous vous avons écrit.',
  'answer.deny': 'Ce n’est pas possible pour le moment.',
  'held.delay.title': 'Cela doit attendre',
  'held.delay.text': 'Rien n’a encore changé. Revenez après le moment indiqué ci-dessous et recommencez\u00a0: cela passera. '
    + 'Nous avons prévenu toutes vos adresses et tous vos numéros. Si ce n’était pas vous, le lien de ce message '
    + 'l’arrête.',
  'held.delay.until': 'Possible à partir du',
  'held.review.title': 'Quelqu’un doit d’abord examiner cela',
  'held.review.text': 'Rien n’a encore changé. Quelqu’un chez {brand} l’examine avant le moment indiqué ci-dessous. Après un '
    + 'oui, revenez et recommencez\u00a0: cela passera.',
  'held.review.until': 'Examiné avant le',
  'held.deny.title': 'Ce n’est pas possible pour l’instant',
  'held.deny.text': 'Rien n’a changé. Déconnectez-vous, reconnectez-vous sur un appareil que vous avez déjà utilisé ici, puis '
    + 'réessayez. Si cela ne suffit pas, adressez-vous à l’assistance de {brand}.',
  'account.news.confirmed': 'Il est confirmé que c’est bien vous. Enregistrez maintenant vos modifications une nouvelle fois.',
  'account.did.decision.made': 'Quelque chose a été demandé dans votre compte',
  'account.decided.notify': 'C’est passé, et vous avez été prévenu',
  'account.decided.challenge': 'Il a été demandé de confirmer que c’est bien vous',
  'account.decided.delay': 'Cela doit attendre',
  'account.decided.review': 'Quelqu’un l’examine d’abord',
  'account.decided.deny': 'Cela a été refusé',
};
