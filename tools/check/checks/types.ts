import { join } from 'node:path';
import type { Check, Finding } from '../check.ts';
import { runProgram } from '../program.ts';

const faultLine = /^(.+?)\((\d+),\d+\): error (TS\d+: .*)$/;

/** The compiler agrees. Browser scripts, the sdk and the console have their own settings, since they know another world. */
export const types: Check = {
  name: 'types',
  rule: 'The TypeScript compiler finds nothing.',
  run: async (house) => {
    const projects = ['tsconfig.json', 'pages/src/scripts/tsconfig.json', 'sdk/tsconfig.json', 'console/tsconfig.json'].filter((path) => house.has(path));
    // The projects are checked side by side; several checkers within one would each find out the same types again.
    const outputs = await Promise.all(projects.map((project) => runProgram(house.root!, process.execPath, [
      join('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '--pretty', 'false', '--checkers', '1', '--project', project,
    ])));
    return outputs.flatMap(({ output, code }) => readCompiler(output, code));
  },
};

export function readCompiler(output: string, code: number | null): Finding[] {
  const found = output.split('\n').flatMap((line): Finding[] => {
    const [, file = '', at, message = ''] = faultLine.exec(line) ?? [];
    return at ? [{ file, line: Number(at), message }] : [];
  });
  return code !== 0 && found.length === 0 ? [{ file: 'tsconfig.json', message: output.trim() || 'the compiler did not run' }] : found;
}
