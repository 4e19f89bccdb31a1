import { dormantDays, type Measure } from './measure.ts';

const journey = { family: 'journey', population: 'workforce', over: 'period' } as const;
const recovery = { family: 'recovery', population: 'workforce', over: 'period' } as const;
const access = { family: 'access-risk', population: 'workforce', over: 'period' } as const;

/** What an employer asks of its door: how exposed are we, and what does the door cost people's time. */
export const workforceMeasures = {
  'workforce.factor.used': {
    ...access, title: 'Factors in use', unit: 'count', direction: 'neither', parts: 'kind of credential',
    definition: 'Credentials that were presented and matched, by kind.',
    numerator: 'credentials accepted', denominator: null,
    silentOn: 'How many people hold which factor: it says which were used, and how often.',
  },
  'workforce.session.phishing-resistant': {
    ...access, title: 'Phishing-resistant sessions', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the sessions that began, those whose sign-in could not have been phished.',
    numerator: 'sessions begun at urn:limen:acr:phr', denominator: 'sessions begun',
    silentOn: 'What a stolen session cookie is worth: resistance ends with the sign-in.',
  },
  'workforce.session.beyond-policy': {
    ...access, over: 'moment', title: 'Sessions beyond policy', unit: 'count', direction: 'lower', parts: 'why',
    definition: 'Sessions not ended whose age is over the longest life in force, or that proved less than the '
      + 'policy in force asks of a sign-in.',
    numerator: 'open sessions too old or too weak', denominator: 'open sessions',
    silentOn: 'Idle time, and use: Limen refuses a session that is too old even while its end is not recorded.',
  },
  'workforce.attempt.refused': {
    ...access, title: 'Refused attempts', unit: 'count', direction: 'lower', parts: 'kind of credential',
    definition: 'Credentials that were presented and did not match, with an account behind them or without.',
    numerator: 'credentials refused', denominator: null,
    silentOn: 'Who tried: typing errors and attacks look alike here.',
  },
  'workforce.sign-in.refused': {
    ...access, title: 'Sign-ins refused', unit: 'count', direction: 'neither', parts: 'reason',
    definition: 'Sign-in runs that the rules ended: suspended, too weak, somebody else\'s.',
    numerator: 'sign-in runs refused', denominator: null,
    silentOn: 'Whether the refusal was right.',
  },
  'workforce.account.dormant': {
    family: 'lifecycle-hygiene', population: 'workforce', over: 'moment',
    title: 'Dormant accounts', unit: 'share', direction: 'lower', parts: null,
    definition: `Of the people's accounts that are active, those with no session begun for ${dormantDays} days, or `
      + 'since they were made if they are older than that and were never used.',
    numerator: 'active accounts unused', denominator: 'active accounts of people',
    silentOn: 'Whether the person still works here.',
  },
  'workforce.sign-in.started': {
    ...journey, title: 'Sign-ins started', unit: 'count', direction: 'neither', parts: null,
    definition: 'Runs of a sign-in journey that began.', numerator: 'sign-in runs', denominator: null,
    silentOn: 'How many people that were.',
  },
  'workforce.sign-in.completed': {
    ...journey, title: 'Sign-ins completed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the sign-in runs that began, those that came to their end.',
    numerator: 'sign-in runs completed', denominator: 'sign-in runs started',
    silentOn: 'What people did who could not get in; runs that are still open count as not completed.',
  },
  'workforce.sign-in.time-p50': {
    ...journey, title: 'Time to sign in, half of people', unit: 'milliseconds', direction: 'lower', parts: null,
    definition: 'Half of the completed sign-in runs took no longer than this from first screen to end.',
    numerator: 'time of sign-in runs completed', denominator: 'sign-in runs completed',
    silentOn: 'Those who gave up.',
  },
  'workforce.sign-in.time-p95': {
    ...journey, title: 'Time to sign in, 19 of 20', unit: 'milliseconds', direction: 'lower', parts: null,
    definition: '19 of 20 completed sign-in runs took no longer than this from first screen to end.',
    numerator: 'time of sign-in runs completed', denominator: 'sign-in runs completed',
    silentOn: 'The slowest twentieth.',
  },
  'workforce.sign-in.time-spent': {
    ...journey, title: 'Time spent signing in', unit: 'milliseconds', direction: 'lower', parts: null,
    definition: 'The time of all completed sign-in runs together, from first screen to end.',
    numerator: 'time of sign-in runs completed', denominator: 'sign-in runs completed',
    silentOn: 'Work that stopped because somebody did not get in at all, and step-ups during the day.',
  },
  'workforce.recovery.started': {
    ...recovery, title: 'Recoveries started', unit: 'count', direction: 'lower', parts: null,
    definition: 'Runs that set out to recover an account, or turned to that on their way.',
    numerator: 'runs that came to a recovery journey', denominator: null,
    silentOn: 'Those who asked the help desk instead.',
  },
  'workforce.recovery.completed': {
    ...recovery, title: 'Recoveries completed', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the runs that came to a recovery journey, those that ended with the person back in the account.',
    numerator: 'accounts recovered', denominator: 'runs that came to a recovery journey',
    silentOn: 'Those who remembered on the way and signed in after all: they count as not recovered.',
  },
  'workforce.lock-out': {
    ...recovery, title: 'Lock-outs', unit: 'count', direction: 'lower', parts: 'kind of credential',
    definition: 'Times at which further tries with a credential were held back after too many failures.',
    numerator: 'credentials throttled', denominator: null,
    silentOn: 'Whether the rightful person was locked out or somebody else was kept out.',
  },
  'workforce.help-desk.reset': {
    ...recovery, title: 'Help-desk resets', unit: 'count', direction: 'lower', parts: null,
    definition: 'One-time links made for people who had bound a credential before.',
    numerator: 'links issued to those who had a credential', denominator: null,
    silentOn: 'How the help desk made sure who was asking.',
  },
} as const satisfies Readonly<Record<`workforce.${string}`, Measure>>;
