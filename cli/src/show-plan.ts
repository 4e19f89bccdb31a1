import { join } from 'node:path';
import type { z } from 'zod';
import type { PolicyDifference, PolicyFault, policyPlan } from '../../contract/policy/index.ts';
import { faultLine } from './output.ts';
import { count, oneLine } from './terminal-text.ts';

export type ShownPlan = z.infer<typeof policyPlan>;

/** A plan for people: what would change, what to know, and what is wrong, each with its file and line. */
export function showPlan(plan: ShownPlan, folder: string): string {
  const { population, basedOn, differences, findings, faults } = plan;
  const placed = (fault: PolicyFault): string => `  ${faultLine({ ...fault, file: join(folder, fault.file) })}`;
  const section = (list: readonly PolicyFault[], name: string): string[] =>
    (list.length === 0 ? [] : [count(list.length, name), ...list.map(placed)]);
  return [
    `${oneLine(population)}, compared with ${basedOn === null ? 'nothing, since it has no policy yet' : `version ${basedOn}`}`,
    ...differences.flatMap(showDifference),
    ...section(findings, 'finding'),
    ...section(faults, 'fault'),
    summaryOf(plan),
  ].join('\n');
}

function summaryOf({ changes, differences, faults }: ShownPlan): string {
  if (faults.length > 0) return 'Nothing can be published until the faults are mended.';
  if (changes === 'none') return 'The files say what is in force: there is nothing to publish.';
  if (changes === 'text') return 'Only comments or layout differ.';
  return `${count(differences.length, 'change')}, no faults.`;
}

/** `+` is new, `-` goes, `~` changes; a value of several lines gets lines of its own. */
function showDifference({ path, before, after }: PolicyDifference): readonly string[] {
  const sign = before === null ? '+' : after === null ? '-' : '~';
  const values = [before, after].filter((value) => value !== null);
  if (values.every((value) => !value.includes('\n'))) {
    return [`  ${sign} ${oneLine(path)}: ${values.map(oneLine).join(' → ')}`];
  }
  const lines = (value: string | null, mark: string): string[] =>
    (value === null ? [] : value.split('\n').map((line) => `      ${mark} ${oneLine(line)}`));
  return [`  ${sign} ${oneLine(path)}`, ...lines(before, '-'), ...lines(after, '+')];
}
