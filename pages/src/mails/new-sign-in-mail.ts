import { countryIn, momentIn } from '../say.ts';
import { text, type WriteMail } from './mail.ts';

/** Tells the owner of a sign-in that was not as usual: when, where, with what, and how to say that it was not them. */
export const writeNewSignInMail: WriteMail<'new-sign-in'> = ({ at, device, country }, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.account'), to], [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
    [say('mail.new-sign-in.country'), country === '' ? '' : countryIn(locale, country)],
  ] as const;
  return {
    subject: say('mail.new-sign-in.subject', { brand }),
    parts: [
      text(say('mail.new-sign-in.intro', { brand })),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      ...(reportUrl === undefined ? [] : [
        text(say('mail.not-me.stop')), { kind: 'action' as const, label: say('mail.not-me.action'), address: reportUrl },
      ]),
      ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
