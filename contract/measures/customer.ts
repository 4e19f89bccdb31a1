import { resetWindowHours, type Measure } from './measure.ts';

const journey = { family: 'journey', population: 'customer', over: 'period' } as const;
const recovery = { family: 'recovery', population: 'customer', over: 'period' } as const;
const fraud = { family: 'fraud-takeover', population: 'customer', over: 'period' } as const;

/** What a shop asks of its door: do people come through, and does anybody come through as somebody else. */
export const customerMeasures = {
  'customer.sign-up.started': {
    ...journey, title: 'Sign-ups started', unit: 'count', direction: 'neither', parts: null,
    definition: 'Runs of a sign-up journey that began.', numerator: 'sign-up runs', denominator: null,
    silentOn: 'How many people that were: one who tries twice counts twice.',
  },
  'customer.sign-up.completed': {
    ...journey, title: 'Sign-ups completed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the sign-up runs that began, those that came to their end.',
    numerator: 'sign-up runs completed', denominator: 'sign-up runs started',
    silentOn: 'The last half hour: runs that are still open count as not completed.',
  },
  'customer.sign-up.left-at': {
    ...journey, title: 'Where people left sign-up', unit: 'count', direction: 'lower', parts: 'step and how it ended',
    definition: 'Sign-up runs that ended without a result, by the last screen and by how they ended there.',
    numerator: 'sign-up runs expired, cancelled or refused', denominator: null,
    silentOn: 'Why they left, and whether they came back and finished in another run.',
  },
  'customer.sign-in.started': {
    ...journey, title: 'Sign-ins started', unit: 'count', direction: 'neither', parts: null,
    definition: 'Runs of a sign-in journey that began.', numerator: 'sign-in runs', denominator: null,
    silentOn: 'Visits of people who were signed in already: they start no run. Robots that open the page count.',
  },
  'customer.sign-in.completed': {
    ...journey, title: 'Sign-ins completed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the sign-in runs that began, those that came to their end.',
    numerator: 'sign-in runs completed', denominator: 'sign-in runs started',
    silentOn: 'Whether the right person came through; and runs that are still open count as not completed.',
  },
  'customer.sign-in.left-at': {
    ...journey, title: 'Where people left sign-in', unit: 'count', direction: 'lower', parts: 'step and how it ended',
    definition: 'Sign-in runs that ended without a result, by the last screen and by how they ended there.',
    numerator: 'sign-in runs expired, cancelled or refused', denominator: null,
    silentOn: 'Who left: an attacker who gives up looks like a customer who does.',
  },
  'customer.sign-in.time-p50': {
    ...journey, title: 'Time to sign in, half of people', unit: 'milliseconds', direction: 'lower', parts: null,
    definition: 'Half of the completed sign-in runs took no longer than this from first screen to end.',
    numerator: 'time of sign-in runs completed', denominator: 'sign-in runs completed',
    silentOn: 'Those who gave up, and those whose session spared them the run. Waiting for a mail is included.',
  },
  'customer.sign-in.time-p95': {
    ...journey, title: 'Time to sign in, 19 of 20', unit: 'milliseconds', direction: 'lower', parts: null,
    definition: '19 of 20 completed sign-in runs took no longer than this from first screen to end.',
    numerator: 'time of sign-in runs completed', denominator: 'sign-in runs completed',
    silentOn: 'The slowest twentieth, who are often those with old devices or without their phone.',
  },
  'customer.sign-in.passkey-share': {
    ...journey, title: 'Sign-ins with a passkey', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the completed sign-in runs, those in which a passkey was accepted.',
    numerator: 'completed sign-in runs with a passkey', denominator: 'sign-in runs completed',
    silentOn: 'How many people have a passkey: it says how often one was used.',
  },
  'customer.challenge.started': {
    ...journey, title: 'Challenges', unit: 'count', direction: 'neither', parts: null,
    definition: 'Runs in which somebody already signed in was asked for fresh or stronger proof.',
    numerator: 'step-up runs', denominator: null,
    silentOn: 'Whether the challenge was needed. What people change on their account\'s pages is no challenge.',
  },
  'customer.challenge.ended': {
    ...journey, title: 'How challenges ended', unit: 'count', direction: 'neither', parts: 'ending',
    definition: 'Challenges that ended, by how: completed, refused, cancelled or expired.',
    numerator: 'step-up runs that ended', denominator: null,
    silentOn: 'Who was stopped: half of those who fail a challenge elsewhere were the rightful owner.',
  },
  'customer.challenge.passed': {
    ...journey, title: 'Challenges passed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the challenges that began, those in which the proof was given.',
    numerator: 'step-up runs completed', denominator: 'step-up runs started',
    silentOn: 'Whether those who did not pass were attackers.',
  },
  'customer.decision.made': {
    ...journey, title: 'Decisions at risky actions', unit: 'count', direction: 'neither', parts: 'action and answer',
    definition: 'Answers of checkpoints, by action and by what was answered.',
    numerator: 'decisions', denominator: null,
    silentOn: 'What became of the action afterwards: an application asks again after a challenge, which counts again.',
  },
  'customer.decision.settled': {
    ...journey, title: 'How challenges, delays and reviews at actions ended', unit: 'count', direction: 'neither',
    parts: 'answer and ending', definition: 'What checkpoints had asked for and that came to an end, by how it ended.',
    numerator: 'challenges, delays and reviews that ended', denominator: null,
    silentOn: 'What is still under way.',
  },
  'customer.recovery.started': {
    ...recovery, title: 'Recoveries started', unit: 'count', direction: 'lower', parts: null,
    definition: 'Runs that set out to recover an account, or turned to that on their way.',
    numerator: 'runs that came to a recovery journey', denominator: null,
    silentOn: 'Whether the owner or somebody else began it.',
  },
  'customer.recovery.completed': {
    ...recovery, title: 'Recoveries completed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the runs that came to a recovery journey, those that ended with the person back in the account.',
    numerator: 'accounts recovered', denominator: 'runs that came to a recovery journey',
    silentOn: 'Those who remembered on the way and signed in after all: they count as not recovered. Nor whether the account went back to its owner.',
  },
  'customer.attempt.failed': {
    ...fraud, title: 'Failed attempts', unit: 'count', direction: 'lower', parts: 'kind of credential',
    definition: 'Credentials that were presented and did not match, with an account behind them or without.',
    numerator: 'credentials refused', denominator: null,
    silentOn: 'Who tried: typing errors and attacks look alike here.',
  },
  'customer.attempt.failed-share': {
    ...fraud, title: 'Share of attempts that failed', unit: 'share', direction: 'lower', parts: null,
    definition: 'Of all credentials presented, those that did not match.',
    numerator: 'credentials refused', denominator: 'credentials accepted or refused',
    silentOn: 'How many accounts were aimed at. A sudden rise over many accounts is what stuffing looks like.',
  },
  'customer.not-me.reported': {
    ...fraud, title: '"This was not me" reports', unit: 'count', direction: 'lower', parts: 'what was reported',
    definition: 'Reports by the link in a notice that the person did not do what the notice tells of.',
    numerator: 'reports', denominator: null,
    silentOn: 'Takeovers that nobody noticed, and notices that nobody read.',
  },
  'customer.reset-then-payout': {
    ...fraud, title: 'Payout changed soon after a credential reset', unit: 'count', direction: 'lower', parts: null,
    definition: 'Payout changes that were allowed, with a notice or without, or done after a delay, for somebody whose password was replaced or '
      + `who got back in by recovery in the ${resetWindowHours} hours before.`,
    numerator: 'payout changes that went through after a reset', denominator: null,
    silentOn: 'Whether it was fraud, and what was stopped: it is the order of steps that a takeover for money takes.',
  },
} as const satisfies Readonly<Record<`customer.${string}`, Measure>>;
