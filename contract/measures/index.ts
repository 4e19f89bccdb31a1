/** What is measured, as data: each figure with its family, its definition and what it doesn't say. */
export { measureCatalogue, measureKeys, type MeasureKey, type MeasureKeyOf } from './catalogue.ts';
export {
  dormantDays, measureFamilies, quantileError, resetWindowHours, smallSample, type Measure, type MeasureFamily,
} from './measure.ts';
