/** What clients tells those who only ask: who owns an application and how old it is. It never tells a secret. */
export { readClientFacts, type ClientFacts } from './client-facts.ts';
