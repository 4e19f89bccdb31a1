import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account that it is to be deleted, is kept, or is gone. */
export const writeDeletionMail: WriteMail<'deletion'> = ({ state, at, dueAt, device, accountLink }, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.account'), to], [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
    [say('mail.delayed.due'), state === 'asked' ? momentIn(locale, new Date(dueAt)) : ''],
  ] as const;
  const parts: MailPart[] = [text(say(`mail.deletion.${state}`)), { kind: 'facts', facts: facts.filter(([, value]) => value !== '') }];
  // Whoever wants it kept signs in; whoever never asked for it may be unable to, and needs no sign-in to stop it.
  if (state === 'asked') parts.push(text(say('mail.deletion.keep', { address: accountLink })));
  if (state === 'asked' && reportUrl !== undefined) parts.push(text(say('mail.not-me.stop')), { kind: 'action', label: say('mail.not-me.action'), address: reportUrl });
  return { subject: say(`mail.deletion.${state}.subject`, { brand }), parts };
};
