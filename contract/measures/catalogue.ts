import { customerMeasures } from './customer.ts';
import type { Measure } from './measure.ts';
import { workforceMeasures } from './workforce.ts';
import { workloadMeasures } from './workload.ts';

/**
 * Every figure, defined once, in the order in which a board shows them. What one kind of population is shown says
 * nothing of another: there is no figure over two populations or two families.
 */
export const measureCatalogue = { ...customerMeasures, ...workforceMeasures, ...workloadMeasures } as const;

export type MeasureKey = keyof typeof measureCatalogue;
export type MeasureKeyOf<Kind extends Measure['population']> = Extract<MeasureKey, `${Kind}.${string}`>;
export const measureKeys = Object.keys(measureCatalogue) as readonly MeasureKey[];
