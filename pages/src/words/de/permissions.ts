import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
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
