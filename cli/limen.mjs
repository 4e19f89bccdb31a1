#!/usr/bin/env node
/** `limen` in a checkout: installs what is missing, then runs the command line with the right Node. */
import process from 'node:process';
import { launch } from '../tools/launcher/launch.mjs';
import { programs } from '../tools/launcher/programs.mjs';

await launch({ ...programs.limen, args: process.argv.slice(2) });
