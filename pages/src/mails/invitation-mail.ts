import { text, type WriteMail } from './mail.ts';

export const writeInvitationMail: WriteMail<'invitation'> = ({ link, hours }, { say, branding }) => {
  const brand = branding.name;
  return {
    subject: say('mail.invitation.subject', { brand }),
    parts: [
      text(say('mail.invitation.intro', { brand })),
      { kind: 'action', label: say('mail.invitation.action'), address: link },
      text(say('mail.invitation.life', { hours })),
      text(say('mail.invitation.stop', { brand })),
    ],
  };
};
