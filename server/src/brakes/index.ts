/**
 * brakes owns what is counted of tries at passwords across a whole population: how they were answered by part of the
 * traffic, which share of it is an attack, and which passwords are tried at many accounts. It never knows who anybody
 * is, whether a password is right, or what follows: credentials, risk and journeys ask it.
 */
export type { Around, Attempt, Brakes, Place } from './brakes.ts';
export { createBrakes, type BrakesDeps } from './create-brakes.ts';
