import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account that a way into it changed, and how to stop it. */
export const writeCredentialChangedMail: WriteMail<'credential-changed'> = (message, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const { change, at, device } = message;
  const facts = [
    [say('mail.changed.account'), to],
    [say('mail.changed.when'), momentIn(locale, new Date(at))],
    [say('mail.changed.where'), device],
  ] as const;
  const support: MailPart[] = branding.supportUrl === undefined ? []
    : [{ kind: 'action', label: say('mail.changed.action'), address: branding.supportUrl }];
  const stop: MailPart[] = reportUrl === undefined
    ? [text(say('mail.changed.stop', { brand })), ...support]
    : [text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl }];
  return {
    subject: say(`mail.changed.${change}.subject`, { brand }),
    parts: [
      text(say(`mail.changed.${change}.intro`)),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.changed.yours')),
      ...stop,
      ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
