import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
  'scope.openid': 'Saber que usted ha iniciado sesión',
  'scope.profile': 'Ver su nombre',
  'scope.email': 'Ver su correo electrónico',
  'scope.phone': 'Ver su número de teléfono',
  'scope.address': 'Ver su dirección postal',
  'scope.offline_access': 'Continuar cuando usted no está',
  'scope.other': 'Usar “{scope}”',
  'claim.name': 'Su nombre',
  'claim.email': 'Su correo electrónico',
  'claim.email_verified': 'Si su correo electrónico está confirmado',
  'claim.phone_number': 'Su número de teléfono',
  'claim.preferred_username': 'Su nombre de usuario',
  'claim.other': '“{claim}”',
};
