import { dormantDays, type Measure } from './measure.ts';

const hygiene = { family: 'lifecycle-hygiene', population: 'workload', over: 'moment' } as const;
const access = { family: 'access-risk', population: 'workload', over: 'period' } as const;
const same = 'Registrations are the server\'s own, so this figure is the same for real and simulated events.';

/** What is asked of machines: does each belong to somebody, is it used, and how old is what it proves itself by. */
export const workloadMeasures = {
  'workload.client.owned': {
    ...hygiene, title: 'Workloads with an owner', unit: 'share', direction: 'higher', parts: null,
    definition: 'Of the applications that are not switched off, those that name an owner and a purpose.',
    numerator: 'applications with owner and purpose', denominator: 'applications not switched off',
    silentOn: `Whether the owner still works here, or knows. ${same}`,
  },
  'workload.secret.age': {
    ...hygiene, title: 'Age of secrets', unit: 'count', direction: 'neither', parts: 'age',
    definition: 'Applications with a secret that are not switched off, by the days since it was made.',
    numerator: 'applications with a secret', denominator: null,
    silentOn: `Where copies of the secret lie; applications with keys have none and are not counted. ${same}`,
  },
  'workload.client.last-used': {
    ...hygiene, title: 'Last use of workloads', unit: 'count', direction: 'neither', parts: 'time since last use',
    definition: 'Applications that are not switched off, by the days since they last were given a token.',
    numerator: 'applications', denominator: null,
    silentOn: 'Whether the token was used, and for what.',
  },
  'workload.client.unused': {
    ...hygiene, title: 'Unused workloads', unit: 'share', direction: 'lower', parts: null,
    definition: `Of the applications that are not switched off and older than ${dormantDays} days, those that were `
      + `given no token for ${dormantDays} days.`,
    numerator: 'applications without a token lately', denominator: 'applications old enough',
    silentOn: 'Jobs that run once a year.',
  },
  'workload.token.issued': {
    ...access, title: 'Tokens issued', unit: 'count', direction: 'neither', parts: 'grant',
    definition: 'Answers of the token endpoint with a token in them.', numerator: 'answers with a token', denominator: null,
    silentOn: 'What the tokens were used for.',
  },
  'workload.token.refused': {
    ...access, title: 'Requests for tokens refused', unit: 'count', direction: 'lower', parts: 'error',
    definition: 'Answers of the token endpoint that refuse.', numerator: 'answers with an error', denominator: null,
    silentOn: 'Whether it was a fault in a deployment or somebody trying.',
  },
} as const satisfies Readonly<Record<`workload.${string}`, Measure>>;
