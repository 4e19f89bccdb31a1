import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account that a screen elsewhere was let in, and how to say that it wasn't them. */
export const writeScreenLetInMail: WriteMail<'screen-let-in'> = (
  { application, at, device }, { say, locale, branding, to, reportUrl },
) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.account'), to], [say('mail.let-in.screen'), application],
    [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
  ] as const;
  const stop: MailPart[] = reportUrl === undefined ? [text(say('mail.changed.stop', { brand }))]
    : [text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl }];
  return {
    subject: say('mail.let-in.subject', { brand }),
    parts: [
      text(say('mail.let-in.intro', { brand })), { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.changed.yours')), ...stop, ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
