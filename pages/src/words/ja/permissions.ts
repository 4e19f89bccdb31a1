import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
  'scope.openid': 'サインインしていることを知る',
  'scope.profile': 'お名前を見る',
  'scope.email': 'メールアドレスを見る',
  'scope.phone': '電話番号を見る',
  'scope.address': '住所を見る',
  'scope.offline_access': 'あなたが使っていないときも動作を続ける',
  'scope.other': '「{scope}」を使う',
  'claim.name': 'お名前',
  'claim.email': 'メールアドレス',
  'claim.email_verified': 'メールアドレスが確認済みかどうか',
  'claim.phone_number': '電話番号',
  'claim.preferred_username': 'ユーザー名',
  'claim.other': '「{claim}」',
};
