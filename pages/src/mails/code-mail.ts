import { text, type WriteMail } from './mail.ts';

export const writeCodeMail: WriteMail<'code'> = ({ code, minutes, purpose }, { say, branding }) => {
  const brand = branding.name;
  return {
    subject: say('mail.code.subject', { code, brand }),
    parts: [
      text(say(`mail.code.intro-${purpose}`, { brand })),
      { kind: 'code', code },
      text(say('mail.code.life', { minutes })),
      text(say('mail.code.stop', { brand })),
    ],
  };
};
