import type { MailWords } from '../en/mails.ts';

export const mails: MailWords = {
  'mail.greeting': 'こんにちは。',
  'mail.code.subject': '{code}は{brand}のコードです',
  'mail.code.intro-sign-in': '{brand}にサインインするには、次のコードを使ってください：',
  'mail.code.intro-sign-up': '{brand}のアカウントを作成するには、次のコードを使ってください：',
  'mail.code.life': '有効期間は{minutes, plural, other {#分}}で、コードを求めたページで1回だけ使えます。',
  'mail.code.stop': 'ご自身が求めたものでなければ、何もする必要はありません。このコードがなければ、誰も入れません。'
    + '{brand}が電話やメッセージでコードを尋ねることは決してありません。',
  'mail.no-account.subject': '{brand}へのサインインについて',
  'mail.no-account.intro': '{brand}へのサインインにこのアドレスが入力されましたが、このアドレスのアカウントはありません。',
  'mail.no-account.sign-up': 'ご自身の操作であれば、別のアドレスで登録されているかもしれません。'
    + '新しくアカウントを作成することもできます。',
  'mail.no-account.other': 'ご自身の操作であれば、別のアドレスで登録されているかもしれません。',
  'mail.no-account.action': 'アカウントを作成',
  'mail.no-account.stop': 'ご自身でなければ、何もする必要はありません。',
  'mail.invitation.subject': '{brand}のアカウントについて',
  'mail.invitation.intro': '{brand}があなたのアカウントを用意しました。サインインの方法を選んでください。1分ほどで終わります。',
  'mail.invitation.again': 'デバイスをなくした場合などに、サインインの方法を設定し直せるリンクを{brand}が作成しました。',
  'mail.invitation.life-minutes': 'リンクは1回だけ使え、有効期間は{minutes, plural, other {#分}}です。'
    + '期限を過ぎた場合は、新しいリンクを求めてください。',
  'mail.invitation.action': 'サインインを設定',
  'mail.invitation.life': 'リンクは1回だけ使え、有効期間は{hours, plural, other {#時間}}です。'
    + '期限を過ぎた場合は、新しいリンクを求めてください。',
  'mail.invitation.stop': '心当たりがない場合は、リンクを使わずに{brand}に知らせてください。',
  'mail.changed.passkey-added.subject': '{brand}のアカウントにパスキーが追加されました',
  'mail.changed.passkey-added.intro': 'アカウントにパスキーが追加されました。今後はこのパスキーでサインインできます。',
  'mail.changed.password-set.subject': '{brand}のアカウントのパスワードが変更されました',
  'mail.changed.password-set.intro': 'アカウントのパスワードが設定または変更されました。',
  'mail.changed.totp-added.subject': '{brand}のアカウントに認証アプリが追加されました',
  'mail.changed.totp-added.intro': 'アカウントに認証アプリが追加されました。今後はそのコードでサインインできます。',
  'mail.changed.removed.subject': '{brand}のアカウントからサインイン方法が削除されました',
  'mail.changed.removed.intro': 'アカウントからサインイン方法の1つが削除されました。',
  'mail.changed.recovery-codes-made.subject': '{brand}のアカウントの新しい復旧コードが作成されました',
  'mail.changed.recovery-codes-made.intro': 'アカウントの新しい復旧コードが作成されました。'
    + '以前のコードは使えなくなりました。',
  'mail.changed.recovery-code-used.subject': '{brand}のアカウントの復旧コードが使われました',
  'mail.changed.recovery-code-used.intro': 'アカウントに戻るために、復旧コードの1つが使われました。',
  'mail.changed.link-made.subject': '{brand}のアカウントのサインインを設定するリンクが作成されました',
  'mail.changed.link-made.intro': 'アカウントの新しいサインイン方法を設定できるリンクを、サポートが作成しました。1回だけ使え、'
    + '数分間有効です。',
  'mail.changed.when': '日時',
  'mail.changed.where': '使用デバイス',
  'mail.changed.account': 'アカウント',
  'mail.changed.yours': 'ご自身の操作であれば、何もする必要はありません。',
  'mail.changed.stop': 'ご自身でなければ、すぐに{brand}のサポートに知らせてください。ほかの人がアカウントに入れないようにし、'
    + '変更を元に戻すことができます。',
  'mail.changed.action': 'サポートに知らせる',
  'mail.not-me.stop': 'ご自身でなければ、ここから知らせてください。アカウントにサインインしている人は全員サインアウトされ、'
    + '待機中の変更は中止されます。',
  'mail.not-me.action': '心当たりがありません',
  'mail.notice.subject': '{brand}のアカウントについてのお知らせ',
  'mail.delayed.subject': '{brand}のアカウントの変更が待機中です',
  'mail.delayed.intro': 'アカウントにサインインしている人が変更を求めました。あなたが中止できるように、すぐには実行されません。',
  'mail.delayed.what': '内容',
  'mail.delayed.due': '実行日時',
  'mail.delayed.stop': 'この変更を望まない場合は、その前に中止してください。',
  'mail.delayed.cancel': 'この変更を中止する',
  'mail.footer': '上記の件について、{brand}から{address}宛てにお送りしました。広告ではありません。',
};
