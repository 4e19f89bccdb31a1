import {
  brandFilesOf, contrastReadings, type Branding, type ContrastReading, type PolicyFault, type PolicyFile, type PolicyFinding,
} from '../../../../contract/policy/index.ts';
import { faultAt, type Draft } from '../draft.ts';

const file = 'branding.yaml';
const mostNames = 200;

/** What may be names of files in a look, before it is known to be one. */
export function namesOfFiles(files: readonly PolicyFile[]): readonly string[] {
  const text = files.find(({ path }) => path === file)?.text ?? '';
  return [...new Set(text.slice(0, 100_000).match(/[A-Za-z0-9_-]{43}\.(?:svg|png|woff2)/g))].slice(0, mostNames);
}

/** A look that names what was never added would show a hole where the logo is. */
export function lookFaults(draft: Draft, known: ReadonlySet<string>): readonly PolicyFault[] {
  const { branding } = draft.parts;
  if (!branding) return [];
  return brandFilesOf(branding).filter(({ name }) => !known.has(name)).map(({ at }) => (
    faultAt(draft, file, at, 'names a file that this population does not have',
      'Add the file first, with `limen brand add` or on the page Look, and write the name that it gets.')));
}

/** Whatever the accent, pages can be read; where that takes another colour, whoever chose it is told which and why. */
export function lookFindings(draft: Draft): readonly PolicyFinding[] {
  const { branding } = draft.parts;
  if (!branding) return [];
  const { applications, ...own } = branding;
  return [
    ...accentFindings(draft, own, []),
    ...Object.entries(applications ?? {}).filter(([, { accent, accentDark }]) => accent !== undefined || accentDark !== undefined)
      .flatMap(([id, theirs]) => accentFindings(draft, {
        accent: theirs.accent ?? own.accent, accentDark: theirs.accentDark ?? own.accentDark,
      }, ['applications', id])),
  ];
}

/** A button is what people know a brand by; a link in a slightly darker tone of it is no news. */
function accentFindings(draft: Draft, accents: Pick<Branding, 'accent' | 'accentDark'>, at: readonly string[]): PolicyFinding[] {
  return contrastReadings(accents).filter(({ use, ratio, needed }) => use === 'button' && ratio < needed).map((reading) => ({
    code: 'accent-adjusted' as const,
    ...faultAt(draft, file, [...at, reading.scheme === 'dark' && accents.accentDark !== undefined ? 'accentDark' : 'accent'],
      inWords(reading), reading.scheme === 'dark' ? 'Choose a lighter one, or set accentDark.' : 'Choose a darker one.'),
  }));
}

const inWords = ({ scheme, given, ratio, needed, used, usedRatio }: ContrastReading): string => (
  `is ${given}, which has a contrast of ${ratio}:1 on ${scheme} pages where a button needs ${needed}:1 (WCAG 2.2 §1.4.11): buttons there are `
  + `${used}, with ${usedRatio}:1`);
