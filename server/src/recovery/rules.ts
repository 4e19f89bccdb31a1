import { day, hour, minute } from '../kernel/index.ts';

interface Rule {
  /** Where it comes from. */
  readonly clause: string;
  readonly says: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/**
 * What recovery holds to, with the clause that it comes from, in one place. What recovery itself bounds takes its figure
 * from here; everything, other rooms' codes included, is measured against it by `journeys/recovery-rules.test.ts`,
 * where a rule that nobody measures is a type error. Times are in milliseconds.
 */
export const recoveryRules = {
  savedCodeBits: { clause: 'SP 800-63B-4 §4.2.1.1', says: 'a saved recovery code carries at least 64 bits', atLeast: 64 },
  savedCodeUses: { clause: 'SP 800-63B-4 §4.2.1.1', says: 'a saved recovery code is good once', atMost: 1 },
  issuedCodeDigits: { clause: 'SP 800-63B-4 §4.2.1.2', says: 'a code that is sent has at least six digits', atLeast: 6 },
  issuedCodeUses: { clause: 'Limen', says: 'a code that is sent is good once', atMost: 1 },
  mailedCodeLife: { clause: 'SP 800-63B-4 §4.2.1.2', says: 'a code by mail lives for a day at most', atMost: 24 * hour },
  textedCodeLife: { clause: 'SP 800-63B-4 §4.2.1.2', says: 'a code by text lives for ten minutes at most', atMost: 10 * minute },
  methodsToRecover: {
    clause: 'SP 800-63B-4 §4.2.2.2', says: 'two different methods give back an account that has a factor', atLeast: 2,
  },
  noticesAtBeginning: {
    clause: 'Limen', says: 'every address on file is told once when a recovery begins, by codes too', atLeast: 1, atMost: 1,
  },
  noticesAtStart: { clause: 'Limen', says: 'every address on file is told when a wait begins', atLeast: 1 },
  noticesAtEnd: { clause: 'SP 800-63B-4 §4.2.3', says: 'every address on file is told of a recovery', atLeast: 1 },
  waysToObject: { clause: 'SP 800-63B-4 §4.6', says: 'a notice says how to object', atLeast: 1 },
  // With less, nobody who is away for a night can object; with more, nobody comes back.
  waitingPeriod: { clause: 'Limen', says: 'a wait lasts a day at least', atLeast: 24 * hour, atMost: 30 * day },
  // After the yes of somebody who has looked, a working morning is the least.
  approvedPeriod: { clause: 'Limen', says: 'a wait after somebody\'s yes lasts four hours at least', atLeast: 4 * hour, atMost: 30 * day },
  approverSettled: { clause: 'Limen', says: 'who was recovered in the last three days decides no recovery', atLeast: 3 * day },
  takenUpWithin: { clause: 'Limen', says: 'what nobody takes up for a week is closed', atMost: 7 * day },
  decidedWithin: { clause: 'Limen', says: 'what nobody decides for a week is closed', atMost: 7 * day },
  // Each one sends mail to every address of somebody who may not have asked.
  openedPerWeek: { clause: 'Limen', says: 'an account is asked for three times a week at most', atMost: 3 },
  contacts: { clause: 'SP 800-63B-4 §4.2.1.3', says: 'two trusted contacts are enough', atMost: 2 },
  numberTries: { clause: 'Limen', says: 'of a hundred numbers a contact may guess three', atMost: 3 },
  contactAsked: { clause: 'Limen', says: 'whoever does not answer in two weeks is no contact', atMost: 14 * day },
  // One who was named so shortly before the owner reported something was perhaps named by somebody else.
  contactDoubted: { clause: 'Limen', says: 'a contact named within two weeks before a report counts no more', atMost: 14 * day },
} as const satisfies Readonly<Record<string, Rule>>;
export type RecoveryRule = keyof typeof recoveryRules;
