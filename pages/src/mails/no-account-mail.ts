import { text, type MailPart, type WriteMail } from './mail.ts';

/** Answers a sign-in with an address that has no account, so that the page itself need not tell. */
export const writeNoAccountMail: WriteMail<'no-account'> = ({ signUpUrl }, { say, branding }) => {
  const brand = branding.name;
  const wayIn: MailPart[] = signUpUrl === null ? [text(say('mail.no-account.other'))] : [
    text(say('mail.no-account.sign-up')),
    { kind: 'action', label: say('mail.no-account.action'), address: signUpUrl },
  ];
  return {
    subject: say('mail.no-account.subject', { brand }),
    parts: [text(say('mail.no-account.intro', { brand })), ...wayIn, text(say('mail.no-account.stop'))],
  };
};
