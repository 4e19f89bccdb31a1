import type { Check, Finding } from './check.ts';

export interface Outcome {
  readonly check: Check;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** What a person reads: each check in a line, and below a failed one its rule and each place. */
export function report(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ findings }) => findings.length > 0);
  const count = failed.reduce((sum, { findings }) => sum + findings.length, 0);
  const end = failed.length === 0 ? `All ${outcomes.length} checks hold.`
    : `${failed.length} of ${outcomes.length} checks do not hold, at ${count} places: ${failed.map(({ check }) => check.name).join(', ')}.`;
  return [...outcomes.map(section), '', end, ''].join('\n');
}

function section({ check, findings, milliseconds }: Outcome): string {
  const head = `${findings.length === 0 ? '✔' : '✖'} ${check.name} (${(milliseconds / 1_000).toFixed(1)} s)`;
  return findings.length === 0 ? head : [head, explain(check, findings)].join('\n');
}

/** The rule, then the places in order. */
export function explain(check: Check, findings: readonly Finding[]): string {
  const places = findings.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
  return [`  ${check.rule}`, ...places.map(({ file, line, message }) => `  ${file}${line ? `:${line}` : ''} ${message}`)].join('\n');
}
