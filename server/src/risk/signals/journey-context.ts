import type { Signal } from '../signal.ts';

/** Hours in which whoever took an account over does what they came for. */
const hot = 72;

/** What was changed of the account lately, and whether somebody is recovering it or just has: the ways that takeovers go. */
export const journeyContext: Signal = {
  name: 'journey-context', least: 0, most: 3,
  read: ({ contactChanged, credentialChanged, recovering, recovered }) => {
    if (contactChanged === undefined && credentialChanged === undefined && recovering === undefined) return undefined;
    const left = (hours: number | null | undefined): number => (
      hours === null || hours === undefined ? 0 : Math.max(0, 1 - Math.max(0, hours) / hot));
    const contact = 1.6 * left(contactChanged);
    const credential = 0.8 * left(credentialChanged);
    const recovery = recovering ? 1 : left(recovered);
    return {
      ratio: contact + credential + recovery,
      reason: recovering ? 'recovery-under-way' : recovery > 0 ? 'recovered-lately'
        : contact > 0 ? 'contact-changed' : credential > 0 ? 'credential-changed' : undefined,
    };
  },
};
