import type { DecisionWords } from '../en/decisions.ts';

export const decisions: DecisionWords = {
  'because.asked': 'لماذا نسألك',
  'because.title': 'السبب',
  'because.device-new': 'هذا المتصفح جديد على حسابك.',
  'because.place-new': 'أنت في بلد غير البلد المعتاد.',
  'because.connection-new': 'أنت متصل بالإنترنت بطريقة غير المعتادة.',
  'because.time-unusual': 'أنت هنا في وقت من اليوم غير المعتاد.',
  'because.recovery-under-way': 'هناك من يستعيد الوصول إلى هذا الحساب الآن. إن لم تكن أنت، فالرابط في رسالتنا إليك يوقف ذلك.',
  'because.recovered-lately': 'استُعيد الوصول إلى هذا الحساب منذ وقت قصير.',
  'because.contact-changed': 'تغيّر عنوان أو رقم في هذا الحساب منذ وقت قصير.',
  'because.credential-changed': 'تغيّرت طريقة لتسجيل الدخول إلى هذا الحساب منذ وقت قصير.',
  'because.proof-old': 'مضى بعض الوقت منذ آخر مرة أكدت فيها أنك أنت.',
  'because.unusual': 'هناك شيء غير معتاد في تسجيل الدخول هذا.',
  'answer.challenge': 'أكّد أنك أنت، ثم حاول مرة أخرى.',
  'answer.delay': 'يسري هذا لاحقًا، كي تستطيع إيقافه إن لم تكن أنت. لقد كتبنا إليك.',
  'answer.review': 'يجب أن ينظر أحد في هذا أولًا. حاول لاحقًا؛ لقد كتبنا إليك.',
  'answer.deny': 'هذا غير ممكن في الوقت الحالي.',
  'held.delay.title': 'يجب أن ينتظر هذا',
  'held.delay.text': 'لم يتغير شيء بعد. عُد بعد الموعد المذكور أدناه وكرّر ما فعلته، وعندها يُنفَّذ. لقد أبلغنا جميع عناوينك '
    + 'وأرقامك. إن لم تكن أنت، فالرابط في تلك الرسالة يوقف ذلك.',
  'held.delay.until': 'ممكن ابتداءً من',
  'held.review.title': 'يجب أن ينظر أحد في هذا أولًا',
  'held.review.text': 'لم يتغير شيء بعد. ينظر أحد لدى {brand} في هذا قبل الموعد المذكور أدناه. بعد الموافقة عُد وكرّر ما فعلته، '
    + 'وعندها يُنفَّذ.',
  'held.review.until': 'يُنظر فيه قبل',
  'held.deny.title': 'لا يمكن فعل هذا الآن',
  'held.deny.text': 'لم يتغير شيء. سجّل الخروج، ثم سجّل الدخول من جهاز استخدمته هنا من قبل، وحاول مرة أخرى. إن لم يفد ذلك، '
    + 'فاسأل مكتب الدعم لدى {brand}.',
  'account.news.confirmed': 'تأكدنا أنك أنت. احفظ تغييراتك الآن مرة أخرى.',
  'account.did.decision.made': 'طُلب شيء في حسابك',
  'account.decided.notify': 'نُفِّذ، وأُبلغت بذلك',
  'account.decided.challenge': 'طُلب تأكيد أنك أنت',
  'account.decided.delay': 'يجب أن ينتظر',
  'account.decided.review': 'ينظر فيه أحد أولًا',
  'account.decided.deny': 'رُفض',
};
