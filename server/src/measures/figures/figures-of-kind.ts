/** How each defined figure is taken; a definition without a figure is a type error. */
import type { PopulationKind } from '../../../../contract/events/index.ts';
import type { MeasureKey } from '../../../../contract/measures/index.ts';
import { customerFigures } from './customer.ts';
import type { Figure } from './figure.ts';
import { workforceFigures } from './workforce.ts';
import { workloadFigures } from './workload.ts';

const byKind: Readonly<Record<PopulationKind, Readonly<Record<string, Figure>>>> = {
  customer: customerFigures, workforce: workforceFigures, workload: workloadFigures,
};

/** The figures of a kind, in the order of the catalogue. */
export function figuresOf(kind: PopulationKind): readonly (readonly [MeasureKey, Figure])[] {
  return Object.entries(byKind[kind]) as [MeasureKey, Figure][];
}
