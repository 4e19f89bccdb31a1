#!/usr/bin/env node
/**
 * The way in: `npm start`, `npm run demo`, `npm test`, `npm run check` and `limen` all come through here. Plain
 * JavaScript for any Node >= 20 with nothing installed: it installs what is missing, then goes on with the Node that
 * the installation brought, which runs the TypeScript as it is.
 */
import process from 'node:process';
import { programs } from './launcher/programs.mjs';
import { launch } from './launcher/launch.mjs';

const [name = '', ...rest] = process.argv.slice(2);
if (Object.hasOwn(programs, name)) {
  const program = programs[/** @type {keyof typeof programs} */ (name)];
  await launch({ ...program, args: [...program.args, ...rest] });
} else {
  process.stderr.write(`usage: node tools/run.mjs ${Object.keys(programs).join('|')} [arguments]\n`);
  process.exitCode = 2;
}
