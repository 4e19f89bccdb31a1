import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': 'Continuer avec {provider}',
  'identify.providers': 'Se connecter par un autre fournisseur',
  'federate.title': 'Continuer avec {provider}',
  'federate.lead': 'Vous vous connectez chez {provider} et revenez ici. {provider} nous dit qui vous êtes, jamais '
    + 'votre mot de passe.',
  'federate.onward': 'Aller chez {provider}',
  'webhook.title': 'Un instant',
  'webhook.lead': 'Nous vérifions quelque chose avant que vous continuiez.',
  'webhook.onward': 'Continuer',
  'link-account.title': 'Se connecter avec {provider} désormais\u00a0?',
  'link-account.lead': 'Toute personne qui se connecte chez {provider} en tant que {identity} pourrait alors ouvrir '
    + 'votre compte {account}. Ne dites oui que si c’est vous.',
  'link-account.lead-nameless': 'Toute personne qui se connecte chez {provider} comme vous venez de le faire pourrait '
    + 'alors ouvrir votre compte {account}. Ne dites oui que si c’était vous.',
  'link-account.submit': 'Oui, associer',
  'link-account.skip': 'Pas maintenant',
  'account.kind.federated': 'Connexion par un autre fournisseur',
  'notice.provider.unavailable': 'L’autre fournisseur est injoignable pour le moment. Réessayez un peu plus tard ou '
    + 'utilisez un autre moyen.',
  'notice.provider.failed': 'La réponse reçue n’est pas digne de confiance. Réessayez ou utilisez un autre moyen.',
  'mail.changed.federated-linked.subject': 'Un nouveau moyen de connexion a été ajouté à votre compte {brand}',
  'mail.changed.federated-linked.intro': 'Désormais, votre compte peut aussi être ouvert par une connexion chez un '
    + 'autre fournisseur.',
};
