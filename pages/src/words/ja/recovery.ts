import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': '復旧コードを入力してください',
  'recovery-code.lead': 'サインインを設定したときに保存したコードの1つです。1回だけ使えます。',
  'recovery-code.label': '復旧コード',
  'recovery-code.none': '復旧コードがない',
  'account.kind.recovery-case': '復旧',
  'wait.offer.title': '待ってアカウントに戻る',
  'wait.offer.text': '{hours, plural, other {#時間}}後に、新しいサインイン方法を作成できます。'
    + 'ほかの人に乗っ取られないように、それまでは、このアカウントのどのアドレスからでも中止できます。',
  'wait.submit': '待機を始める',
  'wait.other-way': '代わりにサポートに頼む',
  'approve.offer.title': 'サポートに助けを求める',
  'approve.offer.text': '{brand}のサポートに連絡してください。担当者がご本人であることを確かめます。'
    + '担当者が認めてから{hours, plural, other {#時間}}かかり、その間は、このアカウントのどのアドレスからでも中止できます。',
  'approve.submit': 'サポートに頼む',
  'approve.other-way': 'どちらも使えない',
  'recovery.asked.title': 'サポートが依頼を受け付けました',
  'recovery.asked.text': '{brand}のサポートに連絡し、この番号を伝えてください。ご本人であることを確かめます。回答があり次第、'
    + 'このアカウントのすべてのアドレスにメールをお送りします。このページは閉じてもかまいません。',
  'recovery.number': '依頼の番号',
  'recovery.waiting.title': 'ここからは時間がかかります',
  'recovery.waiting.text': '{due}以降に先へ進めます。このアカウントのすべてのアドレスにメールをお送りしました。そのときに、'
    + 'もう一度お送りします。このページは閉じてもかまいません。',
  'recovery.later': 'あとで戻る',
  'refuse.recovery-waits.title': '依頼は保存されています',
  'refuse.recovery-waits.text': '先へ進めるようになったら、メールでお知らせします。それまでは何も変わりません。',
  'stop-recovery.ask.title': 'この復旧を中止しますか？',
  'stop-recovery.ask.text': '{at}に、誰かが{brand}のあなたのアカウントに戻ろうとする手続きを始めました。使用デバイス：'
    + '{device}。ご自身でなければ、ここで中止してください。その人は、あなたのアドレスの1つに届くメールを読めます。'
    + 'そのメールのパスワードも変更してください。',
  'stop-recovery.somewhere': '不明なデバイス',
  'stop-recovery.submit': '中止する',
  'stop-recovery.stopped.title': '中止しました',
  'stop-recovery.stopped.text': 'これによって{brand}のあなたのアカウントに入れる人はいません。ご自身が求めたものでなければ、'
    + 'メールのパスワードを変更してください。',
  'stop-recovery.too-late.title': 'ここではもう中止できません',
  'stop-recovery.too-late.text': 'この復旧はすでに完了したか、終了しています。ご自身でなければ、'
    + 'この件についての最後のメールで「心当たりがありません」を選び、{brand}のサポートに知らせてください。',
  'mail.recovery.due': '先へ進める日時',
  'mail.recovery.stop': 'ご自身でなければ、その前に中止してください。',
  'mail.recovery.cancel': 'この復旧を中止する',
  'mail.recovery.resume': '復旧を続ける',
  'mail.recovery.asked.subject': '誰かが{brand}のあなたのアカウントに戻ることを求めています',
  'mail.recovery.asked.intro': 'あなたのアドレスの1つに届くメールを読める人が、アカウントに戻るための助けを求めました。先へ進むには、'
    + '別の人が認め、さらに時間が過ぎる必要があります。それまでの間、あなたは中止できます。',
  'mail.recovery.waiting.subject': '誰かが{brand}のあなたのアカウントに戻ろうとしています',
  'mail.recovery.waiting.intro': 'あなたのアドレスの1つに届くメールを読める人が、アカウントに戻ろうとしています。'
    + 'あなたが中止できるように、時間を置いています。',
  'mail.recovery.ready.subject': '{brand}のアカウントに戻る手続きを続けられます',
  'mail.recovery.ready.intro': '待ち時間が終わりました。依頼した人は、新しいサインイン方法を作成できるようになりました。',
  'mail.recovery.finished.subject': '{brand}のアカウントが復旧されました',
  'mail.recovery.finished.intro': '誰かがアカウントに戻り、新しいサインイン方法を作成しました。それまでサインインしていた人は、'
    + '全員サインアウトされました。',
  'mail.recovery.refused.subject': '{brand}のアカウントの復旧は認められませんでした',
  'mail.recovery.refused.intro': 'アカウントに戻ろうとしたのがご本人であることを、依頼を受けた人が確かめられませんでした。'
    + '何も変わっていません。',
  'mail.recovery.cancelled.subject': '{brand}のアカウントの復旧は中止されました',
  'mail.recovery.cancelled.intro': 'アカウントの復旧は、あなたのアドレスの1つから中止されました。何も変わっていません。',
};
