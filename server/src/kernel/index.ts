/**
 * kernel owns what every folder needs and no folder is about: errors, ids, time, randomness, secrets, logging.
 * It never knows a word of the domain beyond the name of a principal, and never does I/O except the log.
 */
export { LimenError, fail, hasCode, type ErrorExtras } from './errors.ts';
export { systemClock, movableClock, second, minute, hour, day, type Clock, type MovableClock } from './clock.ts';
export { systemRandomness, simulatedRandomness, randomToken, randomDigits, type Randomness } from './randomness.ts';
export { newId, isId, originOf, type Origin } from './ids.ts';
export { hashToken, hmac, equalInConstantTime, Secret } from './secrets.ts';
export { createLog, type Log, type LogLevel } from './log.ts';
export { samePrincipal, type PrincipalRef } from './principal-ref.ts';
