import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account that something is going to happen, and how to stop it before it does. */
export const writeActionDelayedMail: WriteMail<'action-delayed'> = (message, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const { about, at, dueAt, device, cancelLink } = message;
  const facts = [
    [say('mail.delayed.what'), about],
    [say('mail.changed.account'), to],
    [say('mail.changed.when'), momentIn(locale, new Date(at))],
    [say('mail.changed.where'), device],
    [say('mail.delayed.due'), momentIn(locale, new Date(dueAt))],
  ] as const;
  const report: MailPart[] = reportUrl === undefined ? [] : [
    text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl },
  ];
  return {
    subject: say('mail.delayed.subject', { brand }),
    parts: [
      text(say('mail.delayed.intro')),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.changed.yours')),
      text(say('mail.delayed.stop')),
      { kind: 'action', label: say('mail.delayed.cancel'), address: cancelLink },
      ...report,
      ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
