import type { ShownFigure, ShownMeasure } from '../../../contract/admin/index.ts';
import { credentialInWords } from '../people/principal-in-words.ts';

type Unit = ShownMeasure['unit'];

const whole = new Intl.NumberFormat();
const compact = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const percents = [0, 1].map((digits) => new Intl.NumberFormat(undefined, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }));
/** With one decimal, but for nothing and all. */
const percent = { format: (share: number): string => percents[share === 0 || share === 1 ? 0 : 1]!.format(share) };

/** "8.4 s", "2 min 10 s", "3 h 20 min": milliseconds as people say them. */
export function durationInWords(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${minutes < 10 && Math.round(seconds % 60) > 0 ? ` ${Math.floor(seconds % 60)} s` : ''}`;
  return `${whole.format(Math.floor(minutes / 60))} h${minutes < 6_000 && minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
}

export function valueInWords(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  return unit === 'share' ? percent.format(value) : unit === 'milliseconds' ? durationInWords(value) : whole.format(value);
}

/** As short as an axis needs it. */
export const tickInWords = (value: number, unit: Unit): string => (
  unit === 'count' ? compact.format(value) : unit === 'share' ? percents[0]!.format(value) : valueInWords(value, unit));

/** Of how many, and how sure where that is few. */
export function sampleInWords({ sample, interval, value }: ShownFigure, { unit, denominator }: ShownMeasure, smallSample: number): string {
  if (unit === 'count') return '';
  if (sample === 0) return `no ${denominator ?? 'cases'} to take it of`;
  const of = `of ${whole.format(sample)} ${denominator ?? ''}`.trim();
  if (unit !== 'share' || value === null || interval === null || sample >= smallSample) return of;
  return `${of}; few, so between ${percent.format(interval.low)} and ${percent.format(interval.high)}`;
}

export interface Change {
  readonly words: string;
  readonly tone: 'good' | 'bad' | 'none';
  readonly arrow: '↑' | '↓' | '→';
}

/** Against the period before: which way, and whether that is the better way. */
export function changeInWords(
  { value: now, sample }: ShownFigure, figureBefore: ShownFigure | undefined, { unit, direction }: ShownMeasure, days: number, smallSample: number,
): Change | undefined {
  const before = figureBefore?.value;
  if (now === null || before === null || before === undefined) return undefined;
  const isSame = valueInWords(now, unit) === valueInWords(before, unit);
  if (isSame) return { words: `as in the ${days} days before`, tone: 'none', arrow: '→' };
  const isUp = now > before;
  // More people make more of everything, so a count that rose is not worse for it; and few cases judge nothing.
  const isJudged = direction !== 'neither' && unit !== 'count' && Math.min(sample, figureBefore!.sample) >= smallSample;
  const isBetter = !isJudged ? undefined : (direction === 'higher') === isUp;
  return {
    words: `${isUp ? 'up' : 'down'} from ${valueInWords(before, unit)}${isBetter === undefined ? '' : isBetter ? ', better' : ', worse'}`,
    tone: isBetter === undefined ? 'none' : isBetter ? 'good' : 'bad', arrow: isUp ? '↑' : '↓',
  };
}

export const familyInWords: Readonly<Record<ShownMeasure['family'], { readonly name: string; readonly asks: string }>> = {
  'journey': { name: 'Journey', asks: 'Do people get through, and at what cost to them?' },
  'recovery': { name: 'Recovery', asks: 'Do those who lost their way in get back, and only those?' },
  'fraud-takeover': { name: 'Fraud and takeover', asks: 'Does anybody come through as somebody else?' },
  'access-risk': { name: 'Access risk', asks: 'How exposed is what stands behind this door?' },
  'lifecycle-hygiene': { name: 'Lifecycle hygiene', asks: 'Does everything that can come in still belong here?' },
};

/** The names of parts as the log writes them, in words: `sign-in/code: expired` is code, expired. */
export const partInWords = (name: string): string => (credentialInWords[name] ?? name).replace(/^[\w-]+\//, '').replace(': ', ', ').replaceAll('urn:limen:acr:', '').replaceAll(/[-_]/g, ' ');
