/** The words of a decision's record: what became of it, what was said about it later, and from where its facts came. */

/** Who says afterwards whether it was the person; each with how sure that makes, 0 to 1, where nothing else is said. */
export const labelSources = {
  'not-me': 0.9, support: 0.9, chargeback: 0.8, 'credential-reset': 0.4, confirmed: 1,
} as const;
export type LabelSource = keyof typeof labelSources;
/** Those that an application or an operator may give; the others Limen finds by itself. */
export const givenSources = ['support', 'chargeback', 'confirmed'] as const satisfies readonly LabelSource[];

/** Whether it was somebody else or the person. */
export const labelVerdicts = ['impostor', 'genuine'] as const;
export type LabelVerdict = (typeof labelVerdicts)[number];
/** What an entry under a reference may say: a verdict, or that what stood there is taken back. */
export const labelEntries = [...labelVerdicts, 'withdrawn'] as const;
export type LabelEntry = (typeof labelEntries)[number];

interface EntryOf { readonly source: LabelSource; readonly reference: string; readonly revision: number; readonly verdict: LabelEntry }

/** Whether an entry still counts: the last one of its source and reference does, unless it takes back. */
export const stands = (entry: EntryOf, all: readonly EntryOf[]): boolean => entry.verdict !== 'withdrawn'
  && !all.some(({ source, reference, revision }) => source === entry.source && reference === entry.reference && revision > entry.revision);

export const labelSourceWords: Readonly<Record<LabelSource, string>> = {
  'not-me': 'the owner said that it was not them', support: 'the support desk', chargeback: 'a payment that was taken back',
  'credential-reset': 'what opens the account was replaced within 72 hours', confirmed: 'somebody who looked into it',
};

/** What happened between the answer and its end, in the person's browser. */
export const followUpKinds = ['shown', 'passed', 'failed', 'switched', 'moved', 'refused', 'expired'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpWords: Readonly<Record<FollowUpKind, string>> = {
  shown: 'was shown', passed: 'was proved', failed: 'was tried and did not match', switched: 'another way was chosen',
  moved: 'went on in another browser', refused: 'ended without letting through', expired: 'was left until it ran out',
};

/** From where each group of facts comes; what is null in a record was not there to be seen. */
export const factSources = {
  device: 'session', authentication: 'session', session: 'session', proved: 'session', account: 'directory', recovered: 'directory',
  email: 'directory', contact: 'directory', has: 'credentials', factor: 'credentials', risk: 'risk', challenge: 'decisions', pending: 'decisions',
  review: 'decisions', amount: 'request', explored: 'decisions', clockBehind: 'decisions',
  client: 'registration', token: 'request', network: 'request', time: 'request',
} as const;
export type FactSource = (typeof factSources)[keyof typeof factSources] | 'run' | 'request';

/** A record is kept for so many days: long enough to compare with the same season of the year before. */
export const decisionsKeptDays = 400;
/** The name of that rule, beside each record. */
export const decisionRetention = 'decision-400d';
/** What somebody made up to try a policy, where they keep it. */
export const whatIfKeptDays = 7;
export const whatIfRetention = 'what-if-7d';
