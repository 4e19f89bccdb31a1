import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': 'Weiter mit {provider}',
  'identify.providers': 'Mit einem anderen Anbieter anmelden',
  'federate.title': 'Weiter mit {provider}',
  'federate.lead': 'Sie melden sich bei {provider} an und kommen hierher zurück. {provider} sagt uns, wer Sie '
    + 'sind, nie Ihr Passwort.',
  'federate.onward': 'Zu {provider}',
  'webhook.title': 'Einen Moment',
  'webhook.lead': 'Wir prüfen noch etwas, dann geht es weiter.',
  'webhook.onward': 'Weiter',
  'link-account.title': 'Von nun an mit {provider} anmelden?',
  'link-account.lead': 'Wer sich bei {provider} als {identity} anmeldet, könnte dann Ihr Konto {account} '
    + 'öffnen. Stimmen Sie nur zu, wenn Sie das sind.',
  'link-account.lead-nameless': 'Wer sich bei {provider} so anmeldet wie Sie eben, könnte dann Ihr Konto '
    + '{account} öffnen. Stimmen Sie nur zu, wenn Sie das waren.',
  'link-account.submit': 'Ja, verbinden',
  'link-account.skip': 'Nicht jetzt',
  'account.kind.federated': 'Anmeldung bei einem anderen Anbieter',
  'notice.provider.unavailable': 'Der andere Anbieter ist gerade nicht zu erreichen. Versuchen Sie es später '
    + 'noch einmal, oder nehmen Sie einen anderen Weg.',
  'notice.provider.failed': 'Der Antwort, die zurückkam, ist nicht zu trauen. Versuchen Sie es noch einmal, '
    + 'oder nehmen Sie einen anderen Weg.',
  'mail.changed.federated-linked.subject': 'Ihr Konto bei {brand} hat einen neuen Anmeldeweg',
  'mail.changed.federated-linked.intro': 'Ihr Konto lässt sich von nun an auch mit einer Anmeldung bei einem '
    + 'anderen Anbieter öffnen.',
};
