/** The words of decisions, with what checks them. */
import { z } from 'zod';
import { decisionOutcomes, decisionResponses } from './decision-words.ts';

export const decisionResponse = z.enum(decisionResponses);
export const decisionOutcome = z.enum(decisionOutcomes);
