import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': '{provider}で続ける',
  'identify.providers': '別のプロバイダーでサインイン',
  'federate.title': '{provider}で続ける',
  'federate.lead': '{provider}でサインインすると、ここに戻ります。{provider}から伝えられるのはあなたがだれであるかだけで、パスワードが伝えられる'
    + 'ことはありません。',
  'federate.onward': '{provider}に進む',
  'webhook.title': 'お待ちください',
  'webhook.lead': '次に進む前に確認しています。',
  'webhook.onward': '次へ',
  'link-account.title': '今後は{provider}でもサインインしますか？',
  'link-account.lead': '「はい」を選ぶと、{provider}に{identity}としてサインインした人は、だれでもあなたのアカウント{account}を'
    + '開けるようになります。それがご自身である場合に限り、「はい」を選んでください。',
  'link-account.lead-nameless': '「はい」を選ぶと、いまと同じように{provider}でサインインした人は、だれでもあなたのアカウント{account}を'
    + '開けるようになります。いまサインインしたのがご自身である場合に限り、「はい」を選んでください。',
  'link-account.submit': 'はい、連携する',
  'link-account.skip': '今はしない',
  'account.kind.federated': '別のプロバイダーでのサインイン',
  'notice.provider.unavailable': '現在、そのプロバイダーに接続できません。しばらくしてから試すか、別の方法を使ってください。',
  'notice.provider.failed': '返ってきた応答を信頼できませんでした。もう一度試すか、別の方法を使ってください。',
  'mail.changed.federated-linked.subject': '{brand}のアカウントに新しいサインイン方法が追加されました',
  'mail.changed.federated-linked.intro': '今後は、別のプロバイダーでサインインしても、あなたのアカウントを開けます。',
};
