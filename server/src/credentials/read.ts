/** What credentials tells those who only ask: which kinds a person holds. It never tells a secret or takes a try. */
export { kindsHeld } from './list-credentials.ts';
export type { Credential } from './credentials.ts';
