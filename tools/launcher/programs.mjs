/**
 * What can be launched: which file, with which arguments before the caller's, and whether the development
 * dependencies are needed too.
 */
export const programs = {
  start: { entry: 'server/main.ts', args: [], development: false },
  demo: { entry: 'server/main.ts', args: ['--demo'], development: false },
  limen: { entry: 'cli/main.ts', args: [], development: false },
  test: { entry: 'tools/test.ts', args: [], development: true },
  check: { entry: 'tools/check/main.ts', args: [], development: true },
};
