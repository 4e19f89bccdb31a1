import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'ارجع إلى التطبيق وابدأ من جديد.';
const check = 'تحقق من العنوان، أو ارجع إلى التطبيق.';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'هذا الرابط أو النموذج غير مكتمل', remedy: again },
  'request.malformed': { title: 'تعذرت قراءة هذا الطلب', remedy: again },
  'request.too_large': { title: 'هذا أكثر مما يمكن إرساله دفعة واحدة', remedy: 'ارجع واختصر ما أدخلته.' },
  'request.unknown_host': { title: 'لا يوجد شيء في هذا العنوان', remedy: check },
  'request.cross_site': { title: 'بدأت هذه الخطوة في موقع آخر', remedy: again },
  'request.rate_limited': { title: 'طلبات كثيرة من اتصالك', remedy: 'انتظر دقيقة ثم حاول مرة أخرى.' },
  'request.not_found': { title: 'لا يوجد شيء في هذا العنوان', remedy: check },
  'request.method_not_allowed': { title: 'لا يمكن فتح هذه الصفحة بهذه الطريقة', remedy: again },
  'server.busy': { title: 'الضغط كبير في هذه اللحظة', remedy: 'انتظر دقيقة ثم حاول مرة أخرى.' },
  'server.failed': { title: 'حدث خلل من جانبنا', remedy: 'حاول مرة أخرى. إن استمر، فأعطِ الدعم المرجع أدناه.' },
  'storage.unreachable': { title: 'تسجيل الدخول غير ممكن الآن', remedy: 'حاول مرة أخرى بعد بضع دقائق.' },
  'population.unknown': { title: 'لا يوجد شيء في هذا العنوان', remedy: check },
  'principal.suspended': { title: 'هذا الحساب موقوف', remedy: 'اسأل الدعم عن السبب وعما يمكن فعله.' },
  'principal.foreign': { title: 'هذا الحساب تابع لموضع دخول آخر', remedy: 'سجّل الدخول حيث يتبع الحساب.' },
  'client.unknown': { title: 'هذا التطبيق غير معروف هنا', remedy: 'ارجع إليه وأخبر القائمين عليه.' },
  'link.invalid': { title: 'هذا الرابط لا يعمل', remedy: 'تحقق من أنه نُسخ كاملاً، أو اطلب رابطاً جديداً.' },
  'link.expired': { title: 'انتهت مدة هذا الرابط', remedy: 'اطلب رابطاً جديداً.' },
  'link.used': { title: 'سبق استخدام هذا الرابط', remedy: 'سجّل الدخول، أو اطلب رابطاً جديداً.' },
  'run.unknown': { title: 'لم تعد عملية الدخول هذه مفتوحة', remedy: again },
  'run.expired': { title: 'استغرق هذا وقتاً طويلاً فأُغلق', remedy: `لم يتغير شيء. ${again}` },
  'run.other_browser': {
    title: 'بدأ هذا في متصفح آخر',
    remedy: 'تابع في ذلك المتصفح مع السماح بملفات تعريف الارتباط، أو ابدأ هنا من جديد من التطبيق.',
  },
  'run.moved': {
    title: 'هذا يتابع على جهازك الآخر', remedy: 'تابع هناك؛ يمكن إغلاق هذه الصفحة. إذا لم يكن ذلك الجهاز في متناولك، فابدأ من جديد.',
  },
  'run.finished': { title: 'تم هذا من قبل', remedy: 'ارجع إلى التطبيق.' },
  'credential.refused': { title: 'لم يتطابق ذلك', remedy: 'تحقق مما أدخلته، أو استخدم طريقة دخول أخرى.' },
  'credential.throttled': { title: 'محاولات كثيرة حالياً', remedy: 'انتظر بضع دقائق، أو استخدم طريقة دخول أخرى.' },
  'passkey.other_door': { title: 'مفتاح المرور هذا تابع لموضع دخول آخر', remedy: 'استخدمه هناك، أو اختر غيره.' },
  'passkey.refused': { title: 'تعذر التحقق من مفتاح المرور', remedy: 'حاول مرة أخرى، أو استخدم طريقة دخول أخرى.' },
  'session.ended': { title: 'تم تسجيل خروجك', remedy: 'سجّل الدخول من جديد.' },
  'session.contained': { title: 'لا يمكن تغيير هذا في هذه الجلسة', remedy: 'سجّل الخروج ثم الدخول من جديد، ثم أجرِ التغيير.' },
};
