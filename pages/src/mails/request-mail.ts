import { momentIn } from '../say.ts';
import { text, type WriteMail } from './mail.ts';

/** Asks somebody to look: the number that goes with it is only at the application that asked, and never in a mail. */
export const writeRequestMail: WriteMail<'request'> = (
  { link, minutes, application, purpose, at }, { say, locale, branding },
) => {
  const brand = branding.name;
  const facts = [
    [say('mail.request.who'), application], [say('mail.request.why'), purpose],
    [say('mail.changed.when'), momentIn(locale, new Date(at))],
  ] as const;
  return {
    subject: say('mail.request.subject', { brand }),
    parts: [
      text(say('mail.request.intro', { brand })),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      { kind: 'action', label: say('mail.request.action'), address: link },
      text(say('mail.request.life', { minutes })),
      text(say('mail.request.stop')),
    ],
  };
};
