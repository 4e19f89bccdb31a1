import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
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
