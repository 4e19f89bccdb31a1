import type { Check, Finding } from '../check.ts';
import { lineFinder } from '../module.ts';

const emptyNames = /(^|\/)(utils?|common|helpers?|managers?|misc)(\.[a-z.]+)?(\/|$)|-(utils?|helpers?|manager)\./;
/** Paths and hosts of somebody's machine. Written in pieces, so that this file does not name them itself. */
const machines = new RegExp([
  '/(?:work|home|root|Users)/[\\w.-]+/', ['registry', 'npmjs', 'org'].join('\\.'), 'https?://[^/\\s]*artifactory',
].join('|'));

/** Names say what is in, and nothing tells of a machine. */
export const words: Check = {
  name: 'words',
  rule: 'No file or folder is called utils, common, helpers or manager, and none names a path or host of somebody\'s machine.',
  run: (house) => house.paths.flatMap((path): Finding[] => {
    const found: Finding[] = emptyNames.test(path) ? [{ file: path, message: 'its name does not say what is in it' }] : [];
    const text = house.text(path);
    const match = /(^|\/)(LICENSE|built\/.*)$/.test(path) ? null : machines.exec(text);
    if (match) found.push({ file: path, line: lineFinder(text)(match.index), message: `names ${match[0]}` });
    return found;
  }),
};
