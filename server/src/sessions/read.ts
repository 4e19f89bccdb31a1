/** What sessions tells those who only ask: the types, and how strong and fresh levels compare. It never changes one. */
export { levelMeeting } from './assurance.ts';
export { ownSince } from './own-device.ts';
export { isRecovered, recoveredLimits } from './recovered-account.ts';
export type { Assurance, Proof, Session, Sessions } from './sessions.ts';
