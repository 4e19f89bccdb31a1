import type { RecoveryWords } from '../en/recovery.ts';

export const recovery: RecoveryWords = {
  'recovery-code.title': 'リカバリーコードを入力',
  'recovery-code.lead': 'サインインを設定したときに保存したコードの一つです。1回だけ使えます。',
  'recovery-code.label': 'リカバリーコード',
  'recovery-code.none': 'リカバリーコードがない',
  'account.kind.recovery-case': 'アカウントの復旧',
  'wait.offer.title': '待ってアカウントに戻る',
  'wait.offer.text': '{hours, plural, other {#時間}}待つと、新しいサインイン方法を作れます。ほかの人に乗っ取られないように、それまでの間は'
    + 'このアカウントのどのアドレスからでも止められます。',
  'wait.submit': '待機を始める',
  'wait.other-way': '代わりにサポートに頼む',
  'approve.offer.title': 'サポートに頼む',
  'approve.offer.text': '{brand}のサポートに連絡してください。担当者がご本人であることを確かめます。認められた後、'
    + '{hours, plural, other {#時間}}待ちます。その間、このアカウントのどのアドレスからでも止められます。',
  'approve.submit': 'サポートに頼む',
  'approve.other-way': 'どちらもできない',
  'recovery.asked.title': 'サポートが依頼を受け付けました',
  'recovery.asked.text': '{brand}のサポートに連絡し、この番号を伝えてください。担当者がご本人であることを確かめます。結果が出しだい、'
    + 'このアカウントのすべてのアドレスにメールを送ります。このページは閉じてかまいません。',
  'recovery.number': '依頼の番号',
  'recovery.waiting.title': 'しばらくお待ちください',
  'recovery.waiting.text': '{due}以降に続けられます。このアカウントのすべてのアドレスにメールを送りました。その時が来たら、もう一度送ります。'
    + 'このページは閉じてかまいません。',
  'recovery.later': '後で戻る',
  'refuse.recovery-waits.title': '依頼は保存されています',
  'refuse.recovery-waits.text': '続けられるようになったら、メールでお知らせします。それまでは何も変わりません。',
  'stop-recovery.ask.title': 'この復旧を止めますか？',
  'stop-recovery.ask.text': '{at}に、だれかが{brand}のあなたのアカウントに戻る手続きを始めました。使われたデバイス：{device}。'
    + '心当たりがなければ、ここで止めてください。その人は、あなたのアドレスの一つに届くメールを読めます。そのメールのパスワードも'
    + '変更してください。',
  'stop-recovery.somewhere': '不明なデバイス',
  'stop-recovery.submit': '止める',
  'stop-recovery.stopped.title': '復旧を止めました',
  'stop-recovery.stopped.text': 'この手続きで{brand}のあなたのアカウントに入れる人はいません。ご自身が始めたものでなければ、メールのパスワードを'
    + '変更してください。',
  'stop-recovery.too-late.title': 'ここではもう止められません',
  'stop-recovery.too-late.text': 'この復旧は、すでに完了したか終了しています。心当たりがなければ、この件の最後のメールで「自分ではありません」を選び、'
    + '{brand}のサポートに連絡してください。',
  'mail.recovery.due': '続けられる日時',
  'mail.recovery.stop': '心当たりがなければ、それまでに止めてください。',
  'mail.recovery.cancel': 'この復旧を止める',
  'mail.recovery.resume': '復旧を続ける',
  'mail.recovery.asked.subject': '{brand}のアカウントに戻りたいという依頼がありました',
  'mail.recovery.asked.intro': 'あなたのアドレスの一つに届くメールを読める人が、アカウントに戻る手助けを求めました。戻るには、別の人の承認と、'
    + 'その後の待機時間が必要です。待機時間の間、あなたは止めることができます。',
  'mail.recovery.waiting.subject': '{brand}のアカウントに戻る手続きが進んでいます',
  'mail.recovery.waiting.intro': 'あなたのアドレスの一つに届くメールを読める人が、アカウントに戻ろうとしています。あなたが止められるように、'
    + '待機時間があります。',
  'mail.recovery.ready.subject': '{brand}のアカウントに戻る手続きを続けられます',
  'mail.recovery.ready.intro': '待機時間が終わりました。依頼した人は、新しいサインイン方法を作れます。',
  'mail.recovery.finished.subject': '{brand}のアカウントが復旧されました',
  'mail.recovery.finished.intro': 'だれかがアカウントに戻り、新しいサインイン方法を作りました。それまでサインインしていた人は、全員'
    + 'サインアウトされました。',
  'mail.recovery.refused.subject': '{brand}のアカウントの復旧は認められませんでした',
  'mail.recovery.refused.intro': '依頼を受けた人は、アカウントに戻ろうとしているのがあなたであると確かめられませんでした。何も変わっていません。',
  'mail.recovery.cancelled.subject': '{brand}のアカウントの復旧が止められました',
  'mail.recovery.cancelled.intro': 'あなたのアドレスの一つから、アカウントの復旧が止められました。何も変わっていません。',
};
