import type { ErrorTexts } from '../errors-on-pages.ts';

const again = 'アプリに戻り、最初からやり直してください。';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'リンクまたは入力内容が不完全です', remedy: again },
  'request.malformed': { title: '内容を読み取れませんでした', remedy: again },
  'request.too_large': {
    title: '一度に送れる量を超えています',
    remedy: '前の画面に戻り、入力内容を短くしてください。',
  },
  'request.unknown_host': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリに戻ってください。',
  },
  'request.cross_site': { title: 'この操作は別のサイトから始められました', remedy: again },
  'request.rate_limited': {
    title: 'お使いの接続からのアクセスが集中しています',
    remedy: '1分待ってから、もう一度試してください。',
  },
  'request.not_found': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリに戻ってください。',
  },
  'request.method_not_allowed': { title: 'このページはその方法では開けません', remedy: again },
  'server.busy': { title: '現在アクセスが集中しています', remedy: '1分待ってから、もう一度試してください。' },
  'server.failed': {
    title: 'こちら側で問題が起きました',
    remedy: 'もう一度試してください。続く場合は、下の照会番号をサポートに伝えてください。',
  },
  'storage.unreachable': { title: '現在サインインできません', remedy: '数分後に、もう一度試してください。' },
  'population.unknown': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリに戻ってください。',
  },
  'principal.suspended': {
    title: 'このアカウントは停止されています',
    remedy: '理由と今後の手順を、サポートに問い合わせてください。',
  },
  'principal.foreign': {
    title: 'このアカウントは別のサインイン先のものです',
    remedy: 'アカウントが属するサインイン先でサインインしてください。',
  },
  'client.unknown': {
    title: 'このアプリはここに登録されていません',
    remedy: 'アプリに戻り、運営者に知らせてください。',
  },
  'link.invalid': {
    title: 'このリンクは使えません',
    remedy: 'リンク全体がコピーされているか確認するか、新しいリンクを依頼してください。',
  },
  'link.expired': { title: 'このリンクは期限が切れています', remedy: '新しいリンクを依頼してください。' },
  'link.used': {
    title: 'このリンクは使用済みです',
    remedy: 'サインインするか、新しいリンクを依頼してください。',
  },
  'run.unknown': { title: 'このサインインはもう続けられません', remedy: again },
  'run.expired': { title: '時間がたったため終了しました', remedy: `何も変更されていません。${again}` },
  'run.other_browser': {
    title: '別のブラウザーで始められた操作です',
    remedy: 'そのブラウザーでCookieを許可して続けるか、ここでアプリから始め直してください。',
  },
  'run.moved': {
    title: '続きは別のデバイスにあります',
    remedy: 'そちらで続けてください。このページは閉じてかまいません。そのデバイスが手元になければ、最初からやり直してください。',
  },
  'run.finished': { title: 'この操作は完了しています', remedy: 'アプリに戻ってください。' },
  'credential.refused': {
    title: '一致しませんでした',
    remedy: '入力内容を確認するか、別のサインイン方法を使ってください。',
  },
  'credential.throttled': {
    title: '試行回数が上限に達しました',
    remedy: '数分待つか、別のサインイン方法を使ってください。',
  },
  'passkey.other_door': {
    title: 'このパスキーは別のサインイン先のものです',
    remedy: 'そちらで使うか、別のパスキーを選んでください。',
  },
  'passkey.refused': {
    title: 'パスキーを確認できませんでした',
    remedy: 'もう一度試すか、別のサインイン方法を使ってください。',
  },
  'session.ended': { title: 'サインアウトしました', remedy: 'もう一度サインインしてください。' },
  'session.contained': { title: 'このサインインでは変更できません', remedy: 'いったんサインアウトし、もう一度サインインしてから変更してください。' },
};
