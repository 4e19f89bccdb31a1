import type { ProviderWords } from '../en/providers.ts';

export const providers: ProviderWords = {
  'identify.with-provider': '{provider}で続ける',
  'identify.providers': '別のプロバイダーでサインイン',
  'federate.title': '{provider}で続ける',
  'federate.lead': '{provider}でサインインしてから、ここに戻ります。{provider}から伝えられるのはあなたが誰であるかだけで、'
    + 'パスワードが伝えられることはありません。',
  'federate.onward': '{provider}に進む',
  'webhook.title': 'お待ちください',
  'webhook.lead': '先に進む前に、確認を行っています。',
  'webhook.onward': '続ける',
  'link-account.title': 'これからは{provider}でサインインしますか？',
  'link-account.lead': '{provider}に{identity}でサインインする人は、'
    + '今後あなたのアカウント{account}を開けるようになります。それがご自身である場合だけ、「はい」を選んでください。',
  'link-account.lead-nameless': '{provider}に今と同じようにサインインする人は、'
    + '今後あなたのアカウント{account}を開けるようになります。今サインインしたのがご自身である場合だけ、「はい」を選んでください。',
  'link-account.submit': 'はい、リンクします',
  'link-account.skip': '今はしない',
  'account.kind.federated': '別のプロバイダーでのサインイン',
  'notice.provider.unavailable': '今は別のプロバイダーに接続できません。しばらくしてからもう一度試すか、別の方法を使ってください。',
  'notice.provider.failed': '返ってきた応答を信頼できませんでした。もう一度試すか、別の方法を使ってください。',
  'mail.changed.federated-linked.subject': '{brand}のアカウントに新しいサインイン方法が追加されました',
  'mail.changed.federated-linked.intro': '今後は、別のプロバイダーでサインインしてもアカウントを開けるようになりました。',
};
