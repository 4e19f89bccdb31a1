/** What credentials tells those who only ask: what a person holds. It never tells a secret or takes a try. */
export { listCredentials } from './list-credentials.ts';
export type { BoundWith, Credential } from './credentials.ts';
