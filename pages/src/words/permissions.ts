/** Words for what applications may do and see. */
export const permissionsInEnglish = {
  'scope.openid': 'Know that you are signed in',
  'scope.profile': 'See your name',
  'scope.email': 'See your e-mail address',
  'scope.phone': 'See your telephone number',
  'scope.address': 'See your postal address',
  'scope.offline_access': 'Go on when you are not there',
  'scope.other': 'Use “{scope}”',
  'claim.name': 'Your name',
  'claim.email': 'Your e-mail address',
  'claim.email_verified': 'Whether your e-mail address is confirmed',
  'claim.phone_number': 'Your telephone number',
  'claim.preferred_username': 'Your user name',
  'claim.other': '“{claim}”',
} as const;

type Permissions = Readonly<Record<keyof typeof permissionsInEnglish, string>>;

export const permissionsInGerman: Permissions = {
  'scope.openid': 'Wissen, dass Sie angemeldet sind',
  'scope.profile': 'Ihren Namen sehen',
  'scope.email': 'Ihre E-Mail-Adresse sehen',
  'scope.phone': 'Ihre Telefonnummer sehen',
  'scope.address': 'Ihre Postanschrift sehen',
  'scope.offline_access': 'Weiterarbeiten, wenn Sie nicht da sind',
  'scope.other': '„{scope}“ verwenden',
  'claim.name': 'Ihren Namen',
  'claim.email': 'Ihre E-Mail-Adresse',
  'claim.email_verified': 'Ob Ihre E-Mail-Adresse bestätigt ist',
  'claim.phone_number': 'Ihre Telefonnummer',
  'claim.preferred_username': 'Ihren Benutzernamen',
  'claim.other': '„{claim}“',
};

export const permissionsInArabic: Permissions = {
  'scope.openid': 'معرفة أنك سجلت الدخول',
  'scope.profile': 'رؤية اسمك',
  'scope.email': 'رؤية عنوان بريدك الإلكتروني',
  'scope.phone': 'رؤية رقم هاتفك',
  'scope.address': 'رؤية عنوانك البريدي',
  'scope.offline_access': 'مواصلة العمل في غيابك',
  'scope.other': 'استخدام «{scope}»',
  'claim.name': 'اسمك',
  'claim.email': 'عنوان بريدك الإلكتروني',
  'claim.email_verified': 'هل تم تأكيد عنوان بريدك',
  'claim.phone_number': 'رقم هاتفك',
  'claim.preferred_username': 'اسم المستخدم',
  'claim.other': '«{claim}»',
};
