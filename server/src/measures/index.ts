/**
 * measures owns figures: what is counted from the event log, and the boards that are taken from it. It never blends
 * two populations or two families of signals, and never asks the log itself when somebody looks.
 */
export { createMeasures } from './create-measures.ts';
export type { MeasuresDeps } from './measures-deps.ts';
export { removeSimulatedFigures } from './remove-simulated.ts';
export type {
  Board, FigureTaken, JourneyTraffic, Measures, NodeTraffic, Origin, RangeAsk, ShownPoint,
} from './measures.ts';
