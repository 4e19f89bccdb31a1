import type { NoticeWords } from '../en/notices.ts';

export const notices: NoticeWords = {
  'refuse.not-strong-enough.title': 'もう1つ手順が必要です',
  'refuse.not-strong-enough.text': 'この操作には、パスキーなど、このアカウントにあるものより強いサインイン方法が必要です。'
    + '追加してから、もう一度試してください。',
  'refuse.other-account.title': 'これは別のアカウントです',
  'refuse.other-account.text': 'サインイン中のアカウントでの確認が必要です。何も変更されていません。',
  'refuse.suspended.title': 'このアカウントは停止されています',
  'refuse.suspended.text': '現在、このアカウントでは誰もサインインできません。理由と対処方法は、'
    + '{brand}のサポートにお問い合わせください。',
  'refuse.try-later.title': '試行回数が多すぎます',
  'refuse.try-later.text': 'アカウントを守るため、しばらく受け付けを止めています。数分待ってから、もう一度試してください。',
  'refuse.no-recovery.title': '担当者の助けが必要です',
  'refuse.no-recovery.text': '復旧コードがないと、ここではご本人のアカウントであることを確かめられません。'
    + '{brand}のサポートがお手伝いします。何も変更されていません。',
  'notice.input.missing': 'この欄に入力してください。',
  'notice.input.invalid': '正しくないようです。確認してください。',
  'notice.input.stale': '前のページは古くなっていました。現在の手順を表示しています。',
  'notice.input.too-long': 'ここで使える長さを超えています。',
  'notice.email.invalid': 'name@example.comのような形でメールアドレスを入力してください。',
  'notice.code.wrong': 'コードが違います。{tries, plural, =-1 {} =0 {} other {あと#回試せます。}}',
  'notice.code.expired': 'そのコードは期限が切れています。新しいコードを送ってください。',
  'notice.code.no-tries-left': 'このコードの試行回数が上限に達しました。新しいコードを送ってください。',
  'notice.code.sent-again': '新しいコードをお送りしました。使えるのは最新のコードだけです。',
  'notice.code.wait': 'コードは先ほどお送りしました。{seconds, plural, =-1 {少し待ってから、もう一度送ってください。'
    + '} other {#秒待ってから、もう一度送ってください。}}',
  'notice.password.wrong': 'パスワードとアカウントが一致しません。',
  'notice.password.too-short': '{minimum, plural, =-1 {短すぎます。文字数を増やしてください。'
    + '} other {#文字以上にしてください。}}',
  'notice.password.too-long': 'ここで使える長さを超えています。',
  'notice.password.common': 'このパスワードは、攻撃者が使うリストに載っています。別のものにしてください。',
  'notice.password.contains-context': 'このパスワードには、お名前、アドレス、またはこのサービスの名前が含まれています。'
    + '別のものにしてください。',
  'notice.totp.wrong': 'コードが違います。デバイスの時計が正しいことを確認し、最新のコードを使ってください。',
  'notice.totp.used': 'そのコードはすでに使われています。次のコードを待ってください。',
  'notice.recovery-code.wrong': 'そのコードは間違っているか、すでに使われています。確認するか、別のコードを使ってください。',
  'notice.passkey.refused': 'そのパスキーを確認できませんでした。もう一度試すか、別の方法を使ってください。',
  'notice.passkey.cancelled': 'パスキーは使われませんでした。もう一度試すか、別の方法を使ってください。',
  'notice.passkey.other-door': 'そのパスキーは別のサインインページ{door, select, none {} other {（{door}）}}のものです。'
    + 'そちらで使うか、ここで別のパスキーを選んでください。',
  'notice.passkey.exists': 'このデバイスには、このアカウントのパスキーがすでにあります。',
  'notice.throttled': '試行回数が多すぎます。{minutes, plural, =-1 {少し待ってから、もう一度試してください。'
    + '} other {#分待ってから、もう一度試してください。}}',
  'notice.script.needed': 'この手順にはJavaScriptが必要です。オンにするか、別の方法を使ってください。',
};
