import { momentIn } from '../say.ts';
import { text, type WriteMail } from './mail.ts';

/** The link alone: the number that goes with it is only on the screen that asked. */
export const writeLinkMail: WriteMail<'link'> = ({ link, minutes, purpose, device, at }, { say, locale, branding }) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
  ] as const;
  return {
    subject: say('mail.link.subject', { brand }),
    parts: [
      text(say(`mail.link.intro-${purpose}`, { brand })),
      { kind: 'action', label: say('mail.link.action'), address: link },
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.link.life', { minutes })),
      text(say('mail.link.stop')),
    ],
  };
};
