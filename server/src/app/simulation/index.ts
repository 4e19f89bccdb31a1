/**
 * simulation owns the house that made-up people live in: the real use cases under a moved clock, in a process of its
 * own. It never serves a request, never sends a mail, and never writes about anybody real.
 */
export { clearSimulated, type Cleared } from './clear-simulated.ts';
export { isFilling, withFillLock } from './fill-lock.ts';
export { fill, isFilled, type FillOptions, type Filled } from './fill.ts';
export { runSimulation } from './run-simulation.ts';
export { startSimulation, type Simulation } from './start-simulation.ts';
