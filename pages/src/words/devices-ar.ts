import type { devicesInEnglish } from './devices-en.ts';

export const devicesInArabic: Readonly<Record<keyof typeof devicesInEnglish, string>> = {
  'way.email-link': 'الحصول على رابط بالبريد الإلكتروني',
  'waits.itself': 'تنتقل هذه الصفحة تلقائياً.',
  'email-link.title': 'افتح الرابط في بريدك الإلكتروني',
  'email-link.lead': 'إذا كان هذا العنوان صالحاً للاستخدام هنا، فالرابط في طريقه إليه. يعمل لمدة {minutes, plural, zero '
    + '{# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، هنا أو على جهاز آخر.',
  'email-link.number': 'على جهاز آخر، سيُطلب منك هذا الرقم',
  'email-link.submit': 'لقد فتحته',
  'email-link.again': 'إرسال رابط جديد',
  'email-link.hint': 'لم يصل شيء؟ انظر في مجلد الرسائل غير المرغوب فيها، أو أرسل رابطاً جديداً.',
  'open-link.title-here': 'تابع هنا',
  'open-link.lead-here': 'لقد بدأت في هذا المتصفح. تابع ليتم تسجيل دخولك هنا.',
  'open-link.title-sign-in': 'هل تسجّل الدخول على شاشة أخرى؟',
  'open-link.title-sign-up': 'هل تنشئ حساباً على شاشة أخرى؟',
  'open-link.lead': 'يريد شخص المتابعة إلى {application} في {device}، وقد بدأ {minutes, plural, =0 {الآن} zero {الآن} one '
    + '{قبل دقيقة} two {قبل دقيقتين} few {قبل # دقائق} many {قبل # دقيقة} other {قبل # دقيقة}}. موافقتك تسمح بدخول تلك '
    + 'الشاشة، لا هذه.',
  'open-link.some-browser': 'متصفح آخر',
  'open-link.number': 'الرقم على تلك الشاشة',
  'open-link.hint': 'رقم من خانتين، على الشاشة التي بدأت فيها',
  'open-link.warning': 'أدخله فقط إذا كانت تلك الشاشة أمامك. لا يخبرك {brand} أبداً برقم عبر الهاتف أو في رسالة؛ ومن يفعل '
    + 'ذلك يريد الدخول إلى حسابك.',
  'open-link.submit': 'السماح لتلك الشاشة',
  'open-link.not-me': 'لم أطلب هذا',
  'open-link.title-confirmed': 'تم هنا',
  'open-link.lead-confirmed': 'عُد إلى الشاشة التي بدأت فيها: ستتابع تلقائياً. يمكنك إغلاق هذه الصفحة.',
  'open-link.title-ended': 'تم إيقاف هذا الرابط',
  'open-link.lead-ended': 'لا يدخل أحد به. إذا كنت أنت من بدأ، فأرسل رابطاً جديداً من الشاشة التي بدأت فيها.',
  'notice.link.not-yet': 'لم يُؤكَّد الرابط بعد. افتحه في بريدك الإلكتروني، ثم عُد إلى هنا.',
  'notice.link.ended': 'تم إيقاف الرابط من قارئه أو بسبب أرقام خاطئة. أرسل رابطاً جديداً.',
  'notice.link.expired': 'انتهت مدة هذا الرابط. أرسل رابطاً جديداً.',
  'notice.link.sent-again': 'رابط جديد في طريقه إليك. يعمل الأحدث فقط، مع الرقم المعروض هنا الآن.',
  'notice.link.wait': 'أُرسلت رسائل كثيرة إلى هذا العنوان مؤخراً. انتظر قليلاً قبل إرسال رسالة أخرى.',
  'notice.link.wrong-number': 'هذا ليس الرقم المعروض على الشاشة الأخرى. بعد ثلاثة أرقام خاطئة يتوقف الرابط.',
  'mail.link.subject': 'رابطك إلى {brand}',
  'mail.link.intro-sign-in': 'يريد شخص، ونرجو أن يكون أنت، تسجيل الدخول إلى {brand}. إذا كنت أنت، فافتح هذا الرابط:',
  'mail.link.intro-sign-up': 'يريد شخص، ونرجو أن يكون أنت، إنشاء حساب لدى {brand}. إذا كنت أنت، فافتح هذا الرابط:',
  'mail.link.action': 'الفتح والمتابعة',
  'mail.link.life': 'يعمل مرة واحدة ولمدة {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} '
    + 'many {# دقيقة} other {# دقيقة}}. على جهاز غير الذي بدأت فيه، سيُطلب منك الرقم المعروض هناك.',
  'mail.link.stop': 'إذا لم تطلبه، فلا تفتحه ولا تُعد توجيهه: من دونه لا يدخل أحد.',
};
