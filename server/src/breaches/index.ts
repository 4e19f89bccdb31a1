/**
 * breaches owns what is known of passwords that leaked: the list that Limen brings, one of the operator's, and a
 * look-up outside that shows five digits of a hash. It never keeps or logs a password or its hash, and never says what follows.
 */
export { createBreaches, shippedList, type Breaches, type BreachesDeps } from './breaches.ts';
export { buildList, NoHashes, type Built } from './build-list.ts';
