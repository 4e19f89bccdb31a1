import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': 'Continuar con {provider}',
  'identify.providers': 'Iniciar sesión con otro proveedor',
  'federate.title': 'Continuar con {provider}',
  'federate.lead': 'Usted inicia sesión en {provider} y vuelve aquí. {provider} nos dice quién es usted, nunca su '
    + 'contraseña.',
  'federate.onward': 'Ir a {provider}',
  'webhook.title': 'Un momento',
  'webhook.lead': 'Estamos comprobando algo antes de que continúe.',
  'webhook.onward': 'Continuar',
  'link-account.title': '¿Iniciar sesión con {provider} a partir de ahora?',
  'link-account.lead': 'Quien inicie sesión en {provider} como {identity} podría entonces abrir su cuenta {account}. '
    + 'Diga que sí solo si es usted.',
  'link-account.lead-nameless': 'Quien inicie sesión en {provider} como usted acaba de hacerlo podría entonces abrir '
    + 'su cuenta {account}. Diga que sí solo si fue usted.',
  'link-account.submit': 'Sí, vincular',
  'link-account.skip': 'Ahora no',
  'account.kind.federated': 'Inicio de sesión con otro proveedor',
  'notice.provider.unavailable': 'El otro proveedor no está disponible por el momento. Inténtelo más tarde o use otra '
    + 'forma.',
  'notice.provider.failed': 'La respuesta recibida no es de confianza. Inténtelo de nuevo o use otra forma.',
  'mail.changed.federated-linked.subject': 'Se añadió una nueva forma de iniciar sesión a su cuenta de {brand}',
  'mail.changed.federated-linked.intro': 'A partir de ahora, su cuenta también se puede abrir iniciando sesión con '
    + 'otro proveedor.',
};
