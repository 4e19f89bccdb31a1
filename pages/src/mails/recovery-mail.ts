import { momentIn } from '../say.ts';
import { text, type MailPart, type WriteMail } from './mail.ts';

/** Tells the owner of an account that somebody is getting back into it, how far that is, and how to stop it. */
export const writeRecoveryMail: WriteMail<'recovery'> = (message, { say, locale, branding, to, reportUrl }) => {
  const brand = branding.name;
  const { stage, at, dueAt, device, cancelLink, resumeLink } = message;
  const facts = [
    [say('mail.changed.account'), to],
    [say('mail.changed.when'), momentIn(locale, new Date(at))],
    [say('mail.changed.where'), device],
    [say('mail.recovery.due'), dueAt === null || stage === 'finished' ? '' : momentIn(locale, new Date(dueAt))],
  ] as const;
  const action = (label: string, address: string): MailPart => ({ kind: 'action', label, address });
  // What can be gone on with is stopped by saying that it was somebody else, which undoes more than this.
  const isStopped = cancelLink !== null && resumeLink === null && stage !== 'cancelled' && stage !== 'refused';
  return {
    subject: say(`mail.recovery.${stage}.subject`, { brand }),
    parts: [
      text(say(`mail.recovery.${stage}.intro`, { brand })),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      ...(resumeLink === null ? [] : [action(say('mail.recovery.resume'), resumeLink)]),
      ...(isStopped ? [text(say('mail.recovery.stop')), action(say('mail.recovery.cancel'), cancelLink)] : []),
      ...(reportUrl === undefined ? [] : [text(say('mail.not-me.stop')), action(say('mail.not-me.action'), reportUrl)]),
      ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
