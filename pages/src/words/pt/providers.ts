import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': 'Continuar com {provider}',
  'identify.providers': 'Entrar com outro provedor',
  'federate.title': 'Continuar com {provider}',
  'federate.lead': 'Você entra em {provider} e volta para cá. {provider} nos diz quem você é, nunca sua senha.',
  'federate.onward': 'Ir para {provider}',
  'webhook.title': 'Um momento',
  'webhook.lead': 'Estamos verificando uma coisa antes de você continuar.',
  'webhook.onward': 'Continuar',
  'link-account.title': 'Entrar com {provider} a partir de agora?',
  'link-account.lead': 'Quem entrar em {provider} como {identity} poderá então abrir sua conta {account}. Diga que sim '
    + 'somente se essa pessoa for você.',
  'link-account.lead-nameless': 'Quem entrar em {provider} como você acabou de fazer poderá então abrir sua conta '
    + '{account}. Diga que sim somente se foi você.',
  'link-account.submit': 'Sim, vincular',
  'link-account.skip': 'Agora não',
  'account.kind.federated': 'Acesso com outro provedor',
  'notice.provider.unavailable': 'Não foi possível contatar o outro provedor no momento. Tente de novo daqui a pouco '
    + 'ou use outra forma.',
  'notice.provider.failed': 'A resposta que voltou não é confiável. Tente de novo ou use outra forma.',
  'mail.changed.federated-linked.subject': 'Uma nova forma de entrar foi adicionada à sua conta de {brand}',
  'mail.changed.federated-linked.intro': 'A partir de agora, sua conta também pode ser aberta entrando com outro '
    + 'provedor.',
};
