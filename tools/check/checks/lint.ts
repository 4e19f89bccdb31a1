import { join } from 'node:path';
import type { Check, Finding } from '../check.ts';
import { runProgram } from '../program.ts';

interface Diagnostic {
  readonly message: string;
  readonly code?: string;
  readonly filename: string;
  readonly help?: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** The linter agrees. */
export const lint: Check = {
  name: 'lint',
  rule: 'oxlint finds nothing with .oxlintrc.json. Where a rule is wrong for one line, say so there with the reason.',
  run: async (house) => {
    const { output, errors } = await runProgram(house.root!, process.execPath, [
      join('node_modules', 'oxlint', 'bin', 'oxlint'), '--format=json', '--report-unused-disable-directives',
    ]);
    return readLinter(output, errors);
  },
};

export function readLinter(output: string, errors: string): Finding[] {
  let diagnostics: readonly Diagnostic[];
  try {
    ({ diagnostics } = JSON.parse(output) as { diagnostics: readonly Diagnostic[] });
  } catch {
    return [{ file: '.oxlintrc.json', message: `the linter did not run: ${(output || errors).trim()}` }];
  }
  return diagnostics.map(({ filename, message, code, help, labels }) => ({
    file: filename, line: labels[0]?.span.line ?? 1, message: `${code ?? ''} ${message}${help ? ` ${help}` : ''}`.trim(),
  }));
}
