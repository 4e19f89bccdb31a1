import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
  'scope.openid': 'Saber que você entrou na conta',
  'scope.profile': 'Ver seu nome',
  'scope.email': 'Ver seu endereço de e-mail',
  'scope.phone': 'Ver seu número de telefone',
  'scope.address': 'Ver seu endereço postal',
  'scope.offline_access': 'Continuar quando você não estiver presente',
  'scope.other': 'Usar “{scope}”',
  'claim.name': 'Seu nome',
  'claim.email': 'Seu endereço de e-mail',
  'claim.email_verified': 'Se seu endereço de e-mail está confirmado',
  'claim.phone_number': 'Seu número de telefone',
  'claim.preferred_username': 'Seu nome de usuário',
  'claim.other': '“{claim}”',
};
