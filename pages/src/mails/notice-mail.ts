import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account what happened in it, in the operator's words, and how to say that it wasn't them. */
export const writeNoticeMail: WriteMail<'notice'> = ({ about, at, device }, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.account'), to], [say('mail.changed.when'), momentIn(locale, new Date(at))],
    [say('mail.changed.where'), device],
  ] as const;
  const stop: MailPart[] = reportUrl === undefined ? [text(say('mail.changed.stop', { brand }))]
    : [text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl }];
  return {
    subject: say('mail.notice.subject', { brand }),
    parts: [
      text(about), { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.changed.yours')), ...stop, ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
