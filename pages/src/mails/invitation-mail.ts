import { text, type WriteMail } from './mail.ts';

export const writeInvitationMail: WriteMail<'invitation'> = ({ link, minutes, isInUse }, { say, branding }) => {
  const brand = branding.name;
  const life = minutes < 60 ? say('mail.invitation.life-minutes', { minutes })
    : say('mail.invitation.life', { hours: Math.round(minutes / 60) });
  return {
    subject: say('mail.invitation.subject', { brand }),
    parts: [
      text(say(isInUse ? 'mail.invitation.again' : 'mail.invitation.intro', { brand })),
      { kind: 'action', label: say('mail.invitation.action'), address: link },
      text(life),
      text(say('mail.invitation.stop', { brand })),
    ],
  };
};
