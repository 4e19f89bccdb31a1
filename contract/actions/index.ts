/**
 * What actions cost and what their responses are worth: pure, without what checks shapes, so that the console reckons
 * as the server does. It never decides anything: decisions are the server's, by the policy alone.
 */
export { advise, matrixOf, type Advice, type BandAdvice, type Floors, type RequestsCounted } from './advise.ts';
export { adviceInWords, amountInWords, responseShort, responseWords, sourceInWords } from './advice-in-words.ts';
export { expectedCost, worthFrom, type Amounts, type ResponseWorth } from './expected-cost.ts';
export {
  enough, nameOfResponse, responseNames, startingWorth, worthsOf, type ChallengesCounted, type KnownWorth, type KnownWorths,
  type ResponseName, type WorthSource,
} from './response-worth.ts';
export { actionStages, machineStages, stageOf, type ActionStage, type MachineStage } from './stage.ts';
export { amountsOf, assumedFriction, assumedLoss, stakesIn, stakesOf, usualCurrency, type AskedStakes, type KnownAmount, type KnownStakes } from './stakes.ts';
