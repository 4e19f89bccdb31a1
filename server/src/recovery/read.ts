/** What recovery tells those who only ask: since when somebody is getting back into an account. It never opens, decides or closes a case. */
export { selectLivingSince as findOpenedAt } from './case-store.ts';
export { overtakes } from './living-case.ts';
