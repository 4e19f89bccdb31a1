import type { ErrorTexts } from '../errors.ts';

const again = 'アプリケーションに戻り、最初からやり直してください。';

export const errors: ErrorTexts = {
  'request.invalid': { title: 'このリンクまたはフォームは完全ではありません', remedy: again },
  'request.malformed': { title: '内容を読み取れませんでした', remedy: again },
  'request.too_large': { title: '一度に送れる量を超えています', remedy: '戻って、入力した内容を短くしてください。' },
  'request.unknown_host': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリケーションに戻ってください。',
  },
  'request.cross_site': { title: 'この操作は別のサイトから始められました', remedy: again },
  'request.rate_limited': {
    title: 'お使いの接続からのアクセスが多くなっています',
    remedy: '1分待ってから、もう一度試してください。',
  },
  'request.not_found': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリケーションに戻ってください。',
  },
  'request.method_not_allowed': { title: 'このページはその方法では開けません', remedy: again },
  'server.busy': { title: '現在アクセスが集中しています', remedy: '1分待ってから、もう一度試してください。' },
  'server.failed': {
    title: 'こちら側で問題が起きました',
    remedy: 'もう一度試してください。続く場合は、下の参照番号をサポートに伝えてください。',
  },
  'storage.unreachable': { title: '今はサインインできません', remedy: '数分後にもう一度試してください。' },
  'population.unknown': {
    title: 'このアドレスには何もありません',
    remedy: 'アドレスを確認するか、アプリケーションに戻ってください。',
  },
  'principal.suspended': {
    title: 'このアカウントは停止されています',
    remedy: '理由と対処方法をサポートにお問い合わせください。',
  },
  'principal.foreign': {
    title: 'このアカウントは別のサインインページのものです',
    remedy: 'そのアカウントのサインインページからサインインしてください。',
  },
  'client.unknown': {
    title: 'このアプリケーションはここに登録されていません',
    remedy: 'アプリケーションに戻り、運営者に知らせてください。',
  },
  'link.invalid': {
    title: 'このリンクは使えません',
    remedy: '全体がコピーされているか確認するか、新しいリンクを求めてください。',
  },
  'link.expired': { title: 'このリンクは期限が切れています', remedy: '新しいリンクを求めてください。' },
  'link.used': { title: 'このリンクはすでに使われています', remedy: 'サインインするか、新しいリンクを求めてください。' },
  'run.unknown': { title: 'このサインインはもう開いていません', remedy: again },
  'run.expired': { title: '時間がかかりすぎたため終了しました', remedy: `何も変更されていません。${again}` },
  'run.other_browser': {
    title: 'これは別のブラウザーで始められました',
    remedy: 'Cookieを許可したうえでそのブラウザーで続けるか、ここでアプリケーションから最初からやり直してください。',
  },
  'run.moved': {
    title: '続きはもう1つのデバイスで行われています',
    remedy: 'そのデバイスで続けてください。このページは閉じてもかまいません。手元にない場合は、最初からやり直してください。',
  },
  'run.finished': { title: 'これはすでに終わっています', remedy: 'アプリケーションに戻ってください。' },
  'credential.refused': {
    title: '一致しませんでした',
    remedy: '入力した内容を確認するか、別の方法でサインインしてください。',
  },
  'credential.throttled': {
    title: '試行回数が多すぎます',
    remedy: '数分待つか、別の方法でサインインしてください。',
  },
  'passkey.other_door': {
    title: 'このパスキーは別のサインインページのものです',
    remedy: 'そちらで使うか、別のパスキーを選んでください。',
  },
  'passkey.refused': {
    title: 'パスキーを確認できませんでした',
    remedy: 'もう一度試すか、別の方法でサインインしてください。',
  },
  'session.ended': { title: 'サインアウトしています', remedy: 'もう一度サインインしてください。' },
};
