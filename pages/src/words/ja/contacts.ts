import type { ContactWords } from '../en/contacts.ts';

export const contacts: ContactWords = {
  'contact.offer.title': '信頼できる人に頼む',
  'contact.offer.text': 'ご本人だと証言できる人が登録されています。その人にメールが届くので、番号を口頭で伝えてください。「はい」という答えの後、'
    + '{hours, plural, other {#時間}}待ちます。その間、このアカウントのどのアドレスからでも止められます。',
  'contact.submit': 'その人に頼む',
  'contact.other-way': '連絡がつかない',
  'contact.asked.title': '信頼できる人に電話してください',
  'contact.asked.text': 'その人に{brand}からメールが届いています。電話をかけるか直接会って、この番号を伝えてください。文字では送らないでください。'
    + 'このページは閉じてかまいません。戻ってくると、番号がもう一度表示されます。',
  'contact.number': '相手に伝える番号',
  'trusted-contact.somebody': 'アカウントの持ち主',
  'trusted-contact.accept': 'はい、引き受けます',
  'trusted-contact.decline': 'いいえ、引き受けません',
  'trusted-contact.confirm': '確かに本人です',
  'trusted-contact.stop': '本人ではありません',
  'trusted-contact.number': '本人から聞いた番号',
  'trusted-contact.hint': '電話か対面で話し、本人の声であることを確かめてください。メッセージで届いた番号は使わないでください。',
  'trusted-contact.ask.title': '信頼できる連絡先になりますか？',
  'trusted-contact.ask.text': '{owner}さんが、{brand}のアカウントに入れなくなったときに本人だと証言してほしいと、あなたに頼んでいます。'
    + 'あなたがそのアカウントに入れるようになることはなく、中身も見えません。',
  'trusted-contact.accepted.title': '信頼できる連絡先になりました',
  'trusted-contact.accepted.text': '{owner}さんが{brand}のアカウントに入れなくなると、あなたにメールが届きます。いつでもやめられます。',
  'trusted-contact.declined.title': '連絡先にはなっていません',
  'trusted-contact.declined.text': '{brand}の{owner}さんのアカウントについて、今後メールが届くことはありません。',
  'trusted-contact.confirm.title': '確かに本人ですか？',
  'trusted-contact.confirm.text': '{owner}さんだと名乗る人が、{brand}のアカウントに戻ろうとしています。使っているデバイス：{device}。'
    + '本人であれば、待機時間の後に新しいサインイン方法を作れるようになります。あなたがアカウントに入れるようになることはありません。',
  'trusted-contact.confirmed.title': 'これで完了です',
  'trusted-contact.confirmed.text': '待機時間が過ぎると、{owner}さんは先に進めます。その間に、本人のすべてのアドレスにお知らせします。',
  'trusted-contact.stopped.title': '止めました',
  'trusted-contact.stopped.text': 'この手続きで{brand}の{owner}さんのアカウントに入れる人はいません。{owner}さんに知らせてください。',
  'trusted-contact.ended.title': 'することはもうありません',
  'trusted-contact.ended.text': 'この件は、すでに解決したか、{owner}さんが止めました。',
  'mail.contact.be.subject': '{owner}さんから、{brand}での信頼できる連絡先の依頼です',
  'mail.contact.be.intro': '{owner}さんが、{brand}のアカウントに入れなくなったときに本人だと証言してほしいと、あなたに頼んでいます。'
    + 'あなたがそのアカウントに入れるようになることはありません。',
  'mail.contact.be.action': '返事をする',
  'mail.contact.confirm.subject': '{brand}のアカウントに戻ろうとしているのは、確かに{owner}さんですか？',
  'mail.contact.confirm.intro': '{owner}さんだと名乗る人が、{brand}のアカウントに戻ろうとしています。何かをする前に、{owner}さんと直接'
    + '話してください。本人から番号が伝えられます。',
  'mail.contact.confirm.action': '確認する',
  'mail.contact.nothing': '何もしなければ、何も起きません。',
  'mail.changed.contact-added.subject': '{brand}のアカウントに信頼できる連絡先が登録されました',
  'mail.changed.contact-added.intro': 'あなたのアカウントにサインインしている人が、アカウントに入れなくなったときに本人だと証言する人を登録しました。',
  'account.contacts': '信頼できる連絡先',
  'account.contacts.text': 'アカウントに入れなくなったときに、本人だと証言してくれる人を2人まで登録できます。その人がアカウントに入れるように'
    + 'なることはありません。',
  'account.contacts.way': '信頼できる連絡先',
  'account.contacts.address': '相手のメールアドレス',
  'account.contacts.add': 'メールで依頼する',
  'account.contacts.asked': 'まだ返事がありません',
  'account.contacts.accepted': '承諾済み',
  'account.news.contact-asked': 'メールで依頼しました。',
  'account.news.contact-removed': '信頼できる連絡先から外しました。',
  'account.news.contact-refused': 'そのアドレスは連絡先にできません。登録できるのは、自分以外の2人まで、それぞれ1回だけです。',
};
