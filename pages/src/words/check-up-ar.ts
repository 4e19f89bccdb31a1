import type { checkUpInEnglish } from './check-up-en.ts';

export const checkUpInArabic: Readonly<Record<keyof typeof checkUpInEnglish, string>> = {
  'account.check-up': 'تحقّق مما يفتح حسابك',
  'account.check-up.text': 'يستغرق دقيقة. يستحق ذلك من حين لآخر، وبعد تغيير هاتفك أو عنوانك.',
  'account.check-up.start': 'تحقّق الآن',
  'account.check-up.title': 'هل ما زال هذا صحيحًا؟',
  'account.check-up.lead': 'ما تراه هنا يمكن أن يفتح حسابك. أزل ما ليس لك أو ما فقدته.',
  'account.check-up.addresses': 'عناوينك',
  'account.check-up.addresses-text': 'الرسائل إلى هذه العناوين قد تساعد على فتح حسابك. هل ما زلت تستطيع قراءتها؟',
  'account.check-up.right': 'نعم، كل هذا صحيح',
  'account.news.looked-through': 'شكرًا. سُجّل أنك راجعت حسابك اليوم.',
};
