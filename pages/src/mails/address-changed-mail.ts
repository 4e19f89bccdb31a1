import { momentIn } from '../say.ts';
import { text, type WriteMail } from './mail.ts';

/** Tells whoever reads an address that an account went by that it no longer does, and how to undo it. */
export const writeAddressChangedMail: WriteMail<'address-changed'> = ({ at, until, device, undoLink }, { say, locale, branding, to }) => {
  const brand = branding.name;
  const facts = [
    [say('mail.changed.account'), to], [say('mail.changed.when'), momentIn(locale, new Date(at))], [say('mail.changed.where'), device],
    [say('mail.address-changed.until'), momentIn(locale, new Date(until))],
  ] as const;
  return {
    subject: say('mail.address-changed.subject', { brand }),
    parts: [
      text(say('mail.address-changed.intro', { brand })),
      { kind: 'facts', facts: facts.filter(([, value]) => value !== '') },
      text(say('mail.address-changed.undo')),
      { kind: 'action', label: say('mail.address-changed.action'), address: undoLink },
      ...(branding.supportText ? [text(branding.supportText)] : []),
    ],
  };
};
