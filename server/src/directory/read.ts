/** What directory tells those who only ask: the types of principals and identifiers. It never changes one. */
export type { Directory, Identifier, Principal } from './directory.ts';
export { newsPlaces } from './places.ts';
