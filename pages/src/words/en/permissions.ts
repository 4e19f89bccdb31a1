/** Words for what applications may do and see. */
export const permissions = {
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

export type PermissionWords = Readonly<Record<keyof typeof permissions, string>>;
