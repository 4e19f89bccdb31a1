import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': 'Continuar com {provider}',
  'identify.providers': 'Entrar com outro provedor',
  'federate.title': 'Continuar com {provider}',
  'federate.lead': 'Você entra em {provider} e volta para cá. {provider} nos diz quem você é, nunca sua senha.',
  'federate.onward': 'Ir para {provider}',
  'webhook.title': 'Um momento',
  'webhook.lead': 'Estamos verificando algo antes de você continuar.',
  'webhook.onward': 'Continuar',
  'link-account.title': 'Entrar com {provider} a partir de agora?',
  'link-account.lead': 'Quem entrar em {provider} como {identity} poderá abrir sua conta {account}. Diga sim somente '
    + 'se for você.',
  'link-account.lead-nameless': 'Quem entrar em {provider} do modo como acabou de acontecer poderá abrir sua conta '
    + '{account}. Diga sim somente se foi você quem entrou.',
  'link-account.submit': 'Sim, vincular',
  'link-account.skip': 'Agora não',
  'account.kind.federated': 'Entrada com outro provedor',
  'notice.provider.unavailable': 'No momento não é possível contatar o outro provedor. Tente de novo daqui a pouco ou '
    + 'use outra forma.',
  'notice.provider.failed': 'A resposta que voltou não é confiável. Tente de novo ou use outra forma.',
  'mail.changed.federated-linked.subject': 'Uma nova forma de entrar foi adicionada à sua conta em {brand}',
  'mail.changed.federated-linked.intro': 'A partir de agora, sua conta também pode ser aberta ao entrar com outro '
    + 'provedor.',
};
