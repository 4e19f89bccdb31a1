/**
 * What can be launched: which file, with which arguments before the caller's, and whether the development
 * dependencies are needed too, and the built console.
 */
export const programs = {
  start: { entry: 'server/main.ts', args: [], development: false, console: true },
  demo: { entry: 'server/main.ts', args: ['--demo'], development: false, console: true },
  limen: { entry: 'cli/main.ts', args: [], development: false, console: false },
  test: { entry: 'tools/test.ts', args: [], development: true, console: false },
  check: { entry: 'tools/check/main.ts', args: [], development: true, console: false },
  bench: { entry: 'bench/main.ts', args: [], development: true, console: true },
};
