import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'あと一つ手順が必要です',
  'refuse.not-strong-enough.text': 'この操作には、パスキーなど、このアカウントにある方法より強いサインイン方法が必要です。'
    + '追加してから、もう一度試してください。',
  'refuse.other-account.title': 'これは別のアカウントです',
  'refuse.other-account.text': '確認には、いまサインインしているアカウントを使う必要があります。何も変更されていません。',
  'refuse.suspended.title': 'このアカウントは停止されています',
  'refuse.suspended.text': '現在、このアカウントではだれもサインインできません。理由と今後の手順は、{brand}のサポートがご案内します。',
  'refuse.try-later.title': '試行回数が上限に達しました',
  'refuse.try-later.text': 'アカウントを守るため、しばらく受け付けを休止しています。数分待ってから、もう一度試してください。',
  'refuse.no-recovery.title': '担当者の手助けが必要です',
  'refuse.no-recovery.text': 'リカバリーコードがないと、ご本人のアカウントであることをここでは確かめられません。{brand}のサポートが'
    + 'お手伝いします。何も変更されていません。',
  'notice.input.missing': 'この欄に入力してください。',
  'notice.input.invalid': '入力内容が正しくないようです。確認してください。',
  'notice.input.stale': 'ページが最新ではありませんでした。現在の画面を表示しています。',
  'notice.input.too-long': 'ここで使える長さを超えています。',
  'notice.email.invalid': 'name@example.comのような形でメールアドレスを入力してください。',
  'notice.code.wrong': 'コードが違います。{tries, plural, =-1 {} =0 {} other {あと#回試せます。}}',
  'notice.code.expired': 'このコードは期限が切れています。新しいコードを送ってください。',
  'notice.code.no-tries-left': 'このコードの試行回数が上限に達しました。新しいコードを送ってください。',
  'notice.code.sent-again': '新しいコードを送りました。最新のコードだけが使えます。',
  'notice.code.wait': 'コードを送ったばかりです。{seconds, plural, =-1 {少し待ってから、次のコードを送ってください。} other '
    + '{#秒待ってから、次のコードを送ってください。}}',
  'notice.password.wrong': 'パスワードとアカウントが一致しません。',
  'notice.password.too-short': '{minimum, plural, =-1 {短すぎます。もっと長くしてください。} other {#文字以上にしてください。}}',
  'notice.password.too-long': 'ここで使える長さを超えています。',
  'notice.password.common': 'このパスワードは、攻撃に使われるリストに載っています。別のものにしてください。',
  'notice.password.contains-context': 'このパスワードには、名前、アドレス、またはこのサービスの名前が含まれています。別のものにしてください。',
  'notice.totp.wrong': 'コードが違います。デバイスの時計が合っているか確認し、最新のコードを使ってください。',
  'notice.totp.used': 'そのコードは使用済みです。次のコードが表示されるまで待ってください。',
  'notice.recovery-code.wrong': 'コードが違うか、すでに使われています。確認するか、別のリカバリーコードを使ってください。',
  'notice.passkey.refused': 'パスキーを確認できませんでした。もう一度試すか、別の方法を使ってください。',
  'notice.passkey.cancelled': 'パスキーは使われませんでした。もう一度試すか、別の方法を使ってください。',
  'notice.passkey.other-door': 'そのパスキーは、別のサインイン先{door, select, none {} other {（{door}）}}のものです。'
    + 'そちらで使うか、ここでは別のパスキーを選んでください。',
  'notice.passkey.exists': 'このデバイスには、このアカウントのパスキーがすでにあります。',
  'notice.work.not-yet': 'まだ終わっていません。{seconds, plural, =-1 {少し待ってから続けてください。} other '
    + '{#秒待ってから続けてください。}}',
  'notice.action.held': '今はこの操作を完了できません。待ち時間があるか、本人であることをもう一度確認する必要があります。アカウントのページからやり直してください。理由もそこに表示されます。',
  'notice.throttled': '試行回数が上限に達しました。{minutes, plural, =-1 {少し待ってから、もう一度試してください。} other '
    + '{#分待ってから、もう一度試してください。}}',
  'notice.script.needed': 'この手順にはJavaScriptが必要です。オンにするか、別の方法を使ってください。',
};
