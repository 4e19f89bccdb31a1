import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
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
