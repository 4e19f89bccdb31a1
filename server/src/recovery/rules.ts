import { day, hour, minute } from '../kernel/index.ts';

/**
 * What recovery holds to, with the clause that it comes from, in one place: code that hands out a code or opens a case
 * takes its figure here or is measured against it by the test. Times are in milliseconds.
 */
export const recoveryRules = {
  /** SP 800-63B-4 §4.2.1.1: saved recovery codes carry at least 64 bits. */
  savedCodeBits: { atLeast: 64, clause: 'SP 800-63B-4 §4.2.1.1' },
  /** §4.2.1.2: issued recovery codes have at least 6 decimal digits. */
  issuedCodeDigits: { atLeast: 6, clause: 'SP 800-63B-4 §4.2.1.2' },
  /** §4.2.1.2: one that is sent by mail lives at most 24 hours; by SMS 10 minutes. */
  emailedCodeLife: { atMost: 24 * hour, clause: 'SP 800-63B-4 §4.2.1.2' },
  textedCodeLife: { atMost: 10 * minute, clause: 'SP 800-63B-4 §4.2.1.2' },
  /** Our own: with less, nobody who is away for a night can object; with more, nobody comes back. */
  waitingPeriod: { atLeast: 24 * hour, atMost: 30 * day, clause: 'Limen: waiting period' },
  /** Our own: after somebody's yes, who has looked, a working morning is the least. */
  approvedPeriod: { atLeast: 4 * hour, atMost: 30 * day, clause: 'Limen: support desk' },
  /** Our own: a case that could be taken up for so long is closed. */
  takenUpWithin: { atMost: 7 * day, clause: 'Limen: waiting period' },
  /** Our own: one that nobody at the desk has decided for so long is closed. */
  decidedWithin: { atMost: 7 * day, clause: 'Limen: support desk' },
  /** §4.2.1.3: recovery contacts; two are enough, and each is somebody who knows of it. */
  contacts: { atMost: 2, clause: 'SP 800-63B-4 §4.2.1.3' },
  /** Our own: of a hundred numbers, so many may be guessed. */
  numberTries: { atMost: 3, clause: 'Limen: trusted contact' },
  /** Our own: one who was named so shortly before the owner reported something was perhaps named by somebody else. */
  contactDoubted: { atMost: 14 * day, clause: 'Limen: trusted contact' },
  /** Our own: each case sends mail to every address of somebody who may not have asked. */
  openedPerWeek: { atMost: 3, clause: 'Limen: waiting period' },
} as const;
