/** The words of decisions, with what checks them. */
import { z } from 'zod';
import { decisionModes, decisionOutcomes, decisionResponses } from './decision-words.ts';

export const decisionResponse = z.enum(decisionResponses);
export const decisionMode = z.enum(decisionModes);
export const decisionOutcome = z.enum(decisionOutcomes);
