import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': 'سؤال شخص تثق به',
  'contact.offer.text': 'سمّيت أشخاصاً يستطيعون أن يقولوا إنك أنت. تصلهم رسالة، وتخبرهم أنت برقم. بعد موافقتهم يستغرق الأمر '
    + '{hours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}} يستطيع خلالها كل عنوان لهذا '
    + 'الحساب إيقافه.',
  'contact.submit': 'سؤالهم',
  'contact.other-way': 'لا أستطيع الوصول إليهم',
  'contact.asked.title': 'اتصل بالشخص الذي تثق به',
  'contact.asked.text': 'لديه رسالة من {brand}. اتصل به أو قابله وأخبره بهذا الرقم. لا تكتبه. يمكنك إغلاق هذه الصفحة؛ يظهر الرقم '
    + 'مرة أخرى عندما تعود.',
  'contact.number': 'الرقم الذي تخبره به',
  'trusted-contact.somebody': 'شخص ما',
  'trusted-contact.accept': 'نعم، أوافق',
  'trusted-contact.decline': 'لا، لا أريد',
  'trusted-contact.confirm': 'هو حقاً',
  'trusted-contact.stop': 'ليس هو',
  'trusted-contact.number': 'الرقم الذي تسمعه منه',
  'trusted-contact.hint': 'تحدث معه بالهاتف أو وجهاً لوجه وتعرّف على صوته. لا تأخذ الرقم من رسالة.',
  'trusted-contact.ask.title': 'أن تكون جهة ثقة؟',
  'trusted-contact.ask.text': '{owner} يسأل إن كنت ستقول يوماً إنه هو حقاً من فقد طريق الدخول إلى حسابه لدى {brand}. لن تحصل على '
    + 'أي وصول إليه ولن ترى منه شيئاً.',
  'trusted-contact.accepted.title': 'أنت جهة ثقة',
  'trusted-contact.accepted.text': 'إن فقد {owner} طريق الدخول إلى حسابه لدى {brand} فستصلك رسالة. يمكنك المغادرة في أي وقت.',
  'trusted-contact.declined.title': 'لست جهة ثقة',
  'trusted-contact.declined.text': 'لن تصلك رسائل أخرى عن حساب {owner} لدى {brand}.',
  'trusted-contact.confirm.title': 'هل هو حقاً؟',
  'trusted-contact.confirm.text': 'شخص يقول إنه {owner} ويريد العودة إلى حساب لدى {brand}، من: {device}. إن كان هو، فسيستطيع إعداد '
    + 'طريقة دخول جديدة بعد انتظار. لن تحصل على أي وصول.',
  'trusted-contact.confirmed.title': 'شكراً، هذا كل شيء',
  'trusted-contact.confirmed.text': 'يستطيع {owner} المتابعة بعد انتظار يُبلَّغ خلاله على كل عناوينه.',
  'trusted-contact.stopped.title': 'تم إيقافه',
  'trusted-contact.stopped.text': 'لن يدخل أحد إلى حساب {owner} لدى {brand} بذلك. أخبر {owner} به.',
  'trusted-contact.ended.title': 'لم يبق ما يُفعل',
  'trusted-contact.ended.text': 'حُسم هذا أو أوقفه {owner}.',
  'mail.contact.be.subject': '{owner} يسألك أن تكون جهة ثقة لدى {brand}',
  'mail.contact.be.intro': '{owner} يسأل إن كنت ستقول يوماً إنه هو حقاً من فقد طريق الدخول إلى حسابه لدى {brand}. لن تحصل على أي وصول '
    + 'إليه.',
  'mail.contact.be.action': 'الإجابة بنعم أو لا',
  'mail.contact.confirm.subject': 'هل {owner} حقاً من يريد العودة إلى حسابه لدى {brand}؟',
  'mail.contact.confirm.intro': 'شخص يقول إنه {owner} ويريد العودة إلى حساب لدى {brand}. تحدث مع {owner} قبل أن تفعل أي شيء؛ سيخبرك '
    + 'برقم.',
  'mail.contact.confirm.action': 'إلقاء نظرة',
  'mail.contact.nothing': 'إن لم تفعل شيئاً فلن يحدث شيء.',
  'mail.changed.contact-added.subject': 'سُمّيت جهة ثقة لحسابك لدى {brand}',
  'mail.changed.contact-added.intro': 'شخص سجّل الدخول إلى حسابك سمّى من يستطيع أن يقول إنك أنت إن فقدت طريق الدخول.',
  'account.contacts': 'جهات الثقة',
  'account.contacts.text': 'سمِّ شخصين على الأكثر يستطيعان أن يقولا إنك أنت إن فقدت طريق الدخول. لن يحصلا على أي وصول.',
  'account.contacts.way': 'جهات الثقة',
  'account.contacts.address': 'عنوان بريده الإلكتروني',
  'account.contacts.add': 'سؤاله بالبريد',
  'account.contacts.asked': 'لم يجب بعد',
  'account.contacts.accepted': 'وافق',
  'account.news.contact-asked': 'سألناه بالبريد.',
  'account.news.contact-removed': 'لم يعد جهة ثقة.',
  'account.news.contact-refused': 'لا يمكن أن يكون هذا العنوان جهة ثقة: سمِّ شخصين آخرين على الأكثر، كلاً مرة واحدة.',
};
