/**
 * rules owns conditions: CEL expressions over declared facts, with their worst case bounded before they ever run.
 * It never gathers a fact, keeps nothing, and knows no word of the domain.
 */
export { compileCondition, costLimit, type Condition } from './condition.ts';
export { textLimit, listLimit, type FactType, type FactTypes, type Facts } from './facts.ts';
