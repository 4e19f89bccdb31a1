/** The words about ways to prove who one is and about being reached, in every language. */
export const methodsInEnglish = {
  'choose-method.title': 'How do you want to go on?',
  'choose-method.lead': 'Choose what you have at hand.',
  'choose-method.passkey': 'Passkey',
  'choose-method.totp': 'Code from the app',
  'choose-method.password': 'Password',
  'choose-method.email-code': 'Code by e-mail',
  'choose-method.recovery-code': 'Recovery code',
  'choose-method.none': 'None of these',
  'choose-method.back': 'Back',
  'verify-contact.title': 'Add an e-mail address',
  'verify-contact.lead': 'A second address brings you back in when you can no longer read the first one.',
  'verify-contact.address': 'E-mail address',
  'verify-contact.hint': 'It counts once you have typed the code that we send there.',
  'verify-contact.sent': 'A code is on its way. It works for {minutes, plural, one {# minute} other {# minutes}}.',
  'verify-contact.skip': 'Not now',
  'notice.email.taken': 'This address belongs to another account. Use another one.',
  'notice.email.known': 'Your account has this address already.',
  'mail.code.intro-contact': 'Use this code to add this address to your account with {brand}:',
  'mail.changed.email-added.subject': 'An e-mail address was added to your account with {brand}',
  'mail.changed.email-added.intro':
    'An e-mail address was added to your account. Codes to sign in can be sent there from now on.',
};

type MethodWords = Readonly<Record<keyof typeof methodsInEnglish, string>>;

export const methodsInGerman: MethodWords = {
  'choose-method.title': 'Wie möchten Sie weitermachen?',
  'choose-method.lead': 'Wählen Sie, was Sie zur Hand haben.',
  'choose-method.passkey': 'Mit Passkey',
  'choose-method.totp': 'Code aus der App',
  'choose-method.password': 'Passwort',
  'choose-method.email-code': 'Code per E-Mail',
  'choose-method.recovery-code': 'Wiederherstellungscode',
  'choose-method.none': 'Nichts davon',
  'choose-method.back': 'Zurück',
  'verify-contact.title': 'E-Mail-Adresse hinzufügen',
  'verify-contact.lead':
    'Mit einer zweiten Adresse kommen Sie auch dann hinein, wenn Sie die erste nicht mehr lesen können.',
  'verify-contact.address': 'E-Mail-Adresse',
  'verify-contact.hint': 'Sie gilt, sobald Sie den Code eingegeben haben, den wir dorthin senden.',
  'verify-contact.sent': 'Ein Code ist unterwegs. Er gilt {minutes, plural, one {# Minute} other {# Minuten}}.',
  'verify-contact.skip': 'Jetzt nicht',
  'notice.email.taken': 'Diese Adresse gehört zu einem anderen Konto. Nehmen Sie eine andere.',
  'notice.email.known': 'Ihr Konto hat diese Adresse schon.',
  'mail.code.intro-contact': 'Mit diesem Code fügen Sie diese Adresse Ihrem Konto bei {brand} hinzu:',
  'mail.changed.email-added.subject': 'Ihr Konto bei {brand} hat eine neue E-Mail-Adresse',
  'mail.changed.email-added.intro':
    'Ihrem Konto wurde eine E-Mail-Adresse hinzugefügt. Codes zum Anmelden können von nun an auch dorthin gesendet werden.',
};

export const methodsInArabic: MethodWords = {
  'choose-method.title': 'كيف تريد المتابعة؟',
  'choose-method.lead': 'اختر ما هو متاح لديك.',
  'choose-method.passkey': 'مفتاح المرور',
  'choose-method.totp': 'الرمز من التطبيق',
  'choose-method.password': 'كلمة المرور',
  'choose-method.email-code': 'رمز بالبريد الإلكتروني',
  'choose-method.recovery-code': 'رمز الاسترداد',
  'choose-method.none': 'لا شيء من هذه',
  'choose-method.back': 'رجوع',
  'verify-contact.title': 'إضافة عنوان بريد إلكتروني',
  'verify-contact.lead': 'عنوان ثانٍ يعيدك إلى حسابك عندما لا تستطيع قراءة الأول.',
  'verify-contact.address': 'عنوان البريد الإلكتروني',
  'verify-contact.hint': 'يُعتمد بعد أن تكتب الرمز الذي نرسله إليه.',
  'verify-contact.sent':
    'الرمز في طريقه إليك. يعمل لمدة {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'verify-contact.skip': 'ليس الآن',
  'notice.email.taken': 'هذا العنوان يخص حساباً آخر. استخدم عنواناً آخر.',
  'notice.email.known': 'هذا العنوان موجود في حسابك بالفعل.',
  'mail.code.intro-contact': 'استخدم هذا الرمز لإضافة هذا العنوان إلى حسابك لدى {brand}:',
  'mail.changed.email-added.subject': 'أُضيف عنوان بريد إلكتروني إلى حسابك لدى {brand}',
  'mail.changed.email-added.intro': 'أُضيف عنوان بريد إلكتروني إلى حسابك. يمكن إرسال رموز تسجيل الدخول إليه من الآن.',
};
