import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
  'scope.openid': 'Savoir que votre session est ouverte',
  'scope.profile': 'Voir votre nom',
  'scope.email': 'Voir votre adresse e-mail',
  'scope.phone': 'Voir votre numéro de téléphone',
  'scope.address': 'Voir votre adresse postale',
  'scope.offline_access': 'Continuer en votre absence',
  'scope.other': 'Utiliser «\u00a0{scope}\u00a0»',
  'claim.name': 'Votre nom',
  'claim.email': 'Votre adresse e-mail',
  'claim.email_verified': 'Si votre adresse e-mail est confirmée',
  'claim.phone_number': 'Votre numéro de téléphone',
  'claim.preferred_username': 'Votre nom d’utilisateur',
  'claim.other': '«\u00a0{claim}\u00a0»',
};
