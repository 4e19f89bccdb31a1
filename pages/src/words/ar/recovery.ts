import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'أدخل رمز استرداد',
  'recovery-code.lead': 'أحد الرموز التي حفظتها عند إعداد الدخول. يعمل مرة واحدة.',
  'recovery-code.label': 'رمز الاسترداد',
  'recovery-code.none': 'ليس لدي رمز استرداد',
  'account.kind.recovery-case': 'استرداد',
  'wait.offer.title': 'العودة إلى حسابك بالانتظار',
  'wait.offer.text': 'يمكنك إعداد طريقة دخول جديدة بعد {hours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} '
    + 'other {# ساعة}}. حتى ذلك الحين يستطيع كل عنوان لهذا الحساب إيقاف ذلك، كي لا يستولي عليه غيرك.',
  'wait.submit': 'بدء الانتظار',
  'wait.other-way': 'سؤال الدعم بدلاً من ذلك',
  'approve.offer.title': 'طلب المساعدة من الدعم',
  'approve.offer.text': 'تواصل مع دعم {brand}؛ هناك من يتأكد من أنك أنت. بعد موافقتهم يستغرق الأمر {hours, plural, one {ساعة '
    + 'واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}} يستطيع خلالها كل عنوان لهذا الحساب إيقافه.',
  'approve.submit': 'سؤال الدعم',
  'approve.other-way': 'لا تناسبني أي منهما',
  'recovery.asked.title': 'طلبك لدى الدعم',
  'recovery.asked.text': 'تواصل مع دعم {brand} واذكر هذا الرقم ليتأكد من أنك أنت. سنكتب إلى كل عنوان لهذا الحساب حالما يوجد جواب. يمكنك إغلاق '
    + 'هذه الصفحة.',
  'recovery.number': 'رقم طلبك',
  'recovery.waiting.title': 'يحتاج الأمر الآن إلى وقت',
  'recovery.waiting.text': 'يمكنك المتابعة بعد {due}. كتبنا إلى كل عنوان لهذا الحساب، وسنكتب مرة أخرى حينها. يمكنك إغلاق هذه '
    + 'الصفحة.',
  'recovery.later': 'العودة لاحقاً',
  'refuse.recovery-waits.title': 'طلبك محفوظ',
  'refuse.recovery-waits.text': 'سنكتب إليك عندما تستطيع المتابعة. لن يتغير شيء حتى ذلك الحين.',
  'stop-recovery.ask.title': 'إيقاف هذا الاسترداد؟',
  'stop-recovery.ask.text': 'في {at} بدأ شخص ما العودة إلى حسابك لدى {brand}، من: {device}. إن لم تكن أنت، فأوقف ذلك هنا. '
    + 'أياً كان، فهو يستطيع قراءة بريد أحد عناوينك: غيّر كلمة مرور صندوق البريد ذاك أيضاً.',
  'stop-recovery.somewhere': 'جهاز غير معروف',
  'stop-recovery.submit': 'إيقاف',
  'stop-recovery.stopped.title': 'تم إيقافه',
  'stop-recovery.stopped.text': 'لن يدخل أحد إلى حسابك لدى {brand} بذلك. غيّر كلمة مرور صندوق بريدك إن لم تكن أنت من طلب.',
  'stop-recovery.too-late.title': 'لم يعد ممكناً إيقافه هنا',
  'stop-recovery.too-late.text': 'انتهى هذا الاسترداد أو أُغلق. إن لم تكن أنت، فاختر «لم أكن أنا» في آخر رسالة عنه، وأخبر دعم '
    + '{brand}.',
  'mail.recovery.due': 'تمكن المتابعة بعد',
  'mail.recovery.stop': 'إن لم تكن أنت، فأوقفه قبل ذلك.',
  'mail.recovery.cancel': 'إيقاف هذا الاسترداد',
  'mail.recovery.resume': 'متابعة الاسترداد',
  'mail.recovery.asked.subject': 'شخص ما يطلب العودة إلى حسابك لدى {brand}',
  'mail.recovery.asked.intro': 'شخص يستطيع قراءة بريد أحد عناوينك يطلب المساعدة على العودة إلى حسابك. يحتاج ذلك إلى موافقة شخص '
    + 'آخر، ثم إلى وقت تستطيع خلاله إيقافه.',
  'mail.recovery.waiting.subject': 'شخص ما يعود إلى حسابك لدى {brand}',
  'mail.recovery.waiting.intro': 'شخص يستطيع قراءة بريد أحد عناوينك يعود إلى حسابك. يستغرق ذلك وقتاً كي تستطيع إيقافه.',
  'mail.recovery.ready.subject': 'يمكنك المتابعة للعودة إلى حسابك لدى {brand}',
  'mail.recovery.ready.intro': 'انتهى الانتظار. من طلب ذلك يستطيع الآن إعداد طريقة دخول جديدة.',
  'mail.recovery.finished.subject': 'تم استرداد حسابك لدى {brand}',
  'mail.recovery.finished.intro': 'عاد شخص ما إلى حسابك وأعدّ طريقة دخول جديدة. سُجِّل خروج كل من كان قد سجّل الدخول قبل ذلك.',
  'mail.recovery.refused.subject': 'رُفض استرداد لحسابك لدى {brand}',
  'mail.recovery.refused.intro': 'من سُئل لم يستطع التأكد من أنك أنت من أراد العودة إلى حسابك. لم يتغير شيء.',
  'mail.recovery.cancelled.subject': 'أُوقف استرداد لحسابك لدى {brand}',
  'mail.recovery.cancelled.intro': 'أُوقف استرداد حسابك من أحد عناوينك. لم يتغير شيء.',
};
