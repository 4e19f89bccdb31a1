import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account what became of a risky action, and how to say that it wasn't them. */
export const writeActionNewsMail: WriteMail<'action-news'> = (message, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const { state, about, at, device } = message;
  const facts = [
    [say('mail.delayed.what'), about], [say('mail.changed.account'), to],
    [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
  ] as const;
  const stop: MailPart[] = reportUrl === undefined ? [text(say('mail.changed.stop', { brand }))]
    : [text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl }];
  return {
    subject: say(`mail.action.${state}.subject`, { brand }),
    parts: [
      text(say(`mail.action.${state}`, { brand })), { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.changed.yours')), ...stop, ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
