/** The words about providers upstream, in every language. */
export const providersInEnglish = {
  'identify.with-provider': 'Continue with {provider}',
  'identify.providers': 'Sign in with another provider',
  'federate.title': 'Continue with {provider}',
  'federate.lead': 'You sign in at {provider} and come back here. {provider} tells us who you are, never your '
    + 'password.',
  'federate.onward': 'Go to {provider}',
  'webhook.title': 'One moment',
  'webhook.lead': 'We are checking something before you go on.',
  'webhook.onward': 'Continue',
  'link-account.title': 'Sign in with {provider} from now on?',
  'link-account.lead': 'Whoever signs in at {provider} as {identity} could then open your account {account}. '
    + 'Say yes only if that is you.',
  'link-account.lead-nameless': 'Whoever signs in at {provider} as you just did could then open your account '
    + '{account}. Say yes only if that was you.',
  'link-account.submit': 'Yes, link it',
  'link-account.skip': 'Not now',
  'account.kind.federated': 'Sign-in with another provider',
  'notice.provider.unavailable': 'The other provider cannot be reached at the moment. Try again in a while, or '
    + 'use another way.',
  'notice.provider.failed': 'The answer that came back could not be trusted. Try again, or use another way.',
  'mail.changed.federated-linked.subject': 'A new way to sign in was added to your account with {brand}',
  'mail.changed.federated-linked.intro': 'From now on your account can also be opened by signing in with '
    + 'another provider.',
};

type ProviderWords = Readonly<Record<keyof typeof providersInEnglish, string>>;

export const providersInGerman: ProviderWords = {
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

export const providersInArabic: ProviderWords = {
  'identify.with-provider': 'المتابعة باستخدام {provider}',
  'identify.providers': 'تسجيل الدخول لدى مزود آخر',
  'federate.title': 'المتابعة باستخدام {provider}',
  'federate.lead': 'تسجل الدخول لدى {provider} ثم تعود إلى هنا. يخبرنا {provider} من أنت، ولا يخبرنا بكلمة '
    + 'مرورك أبداً.',
  'federate.onward': 'الانتقال إلى {provider}',
  'webhook.title': 'لحظة واحدة',
  'webhook.lead': 'نتحقق من أمر قبل أن تتابع.',
  'webhook.onward': 'متابعة',
  'link-account.title': 'هل تسجل الدخول باستخدام {provider} من الآن؟',
  'link-account.lead': 'من يسجل الدخول لدى {provider} باسم {identity} سيستطيع فتح حسابك {account}. وافق فقط إن '
    + 'كان هذا أنت.',
  'link-account.lead-nameless': 'من يسجل الدخول لدى {provider} كما فعلت قبل قليل سيستطيع فتح حسابك {account}. '
    + 'وافق فقط إن كنت أنت من فعل ذلك.',
  'link-account.submit': 'نعم، اربطه',
  'link-account.skip': 'ليس الآن',
  'account.kind.federated': 'تسجيل الدخول لدى مزود آخر',
  'notice.provider.unavailable': 'لا يمكن الوصول إلى المزود الآخر حالياً. حاول بعد قليل أو استخدم طريقة أخرى.',
  'notice.provider.failed': 'لا يمكن الوثوق بالإجابة التي وصلت. حاول مرة أخرى أو استخدم طريقة أخرى.',
  'mail.changed.federated-linked.subject': 'أُضيفت طريقة جديدة لتسجيل الدخول إلى حسابك لدى {brand}',
  'mail.changed.federated-linked.intro': 'من الآن يمكن فتح حسابك أيضاً بتسجيل الدخول لدى مزود آخر.',
};
