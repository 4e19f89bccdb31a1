import type { PermissionWords } from '../en/permissions.ts';

export const permissions: PermissionWords = {
  'scope.openid': 'サインインしていることを確認する',
  'scope.profile': '名前を見る',
  'scope.email': 'メールアドレスを見る',
  'scope.phone': '電話番号を見る',
  'scope.address': '住所を見る',
  'scope.offline_access': 'あなたが利用していないときも動作を続ける',
  'scope.other': '「{scope}」を使う',
  'claim.name': '名前',
  'claim.email': 'メールアドレス',
  'claim.email_verified': 'メールアドレスが確認済みかどうか',
  'claim.phone_number': '電話番号',
  'claim.preferred_username': 'ユーザー名',
  'claim.other': '「{claim}」',
};
