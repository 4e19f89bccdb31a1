import { momentIn } from '../say.ts';
import { text, type WriteMail } from './mail.ts';

/** Asks somebody to be a trusted contact, or as one whether it is really the owner who asks. */
export const writeContactMail: WriteMail<'contact'> = ({ ask, owner, at, link }, { say, locale, branding }) => {
  const values = { owner: owner || say('trusted-contact.somebody'), brand: branding.name };
  return {
    subject: say(`mail.contact.${ask}.subject`, values),
    parts: [
      text(say(`mail.contact.${ask}.intro`, values)),
      { kind: 'facts', facts: [[say('mail.changed.when'), momentIn(locale, new Date(at))]] },
      { kind: 'action', label: say(`mail.contact.${ask}.action`), address: link },
      text(say('mail.contact.nothing')),
    ],
  };
};
