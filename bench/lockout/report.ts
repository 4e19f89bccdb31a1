import { table } from '../page.ts';
import { targets, type Found, type Size } from './measure.ts';
import type { Passwords } from './passwords.ts';
import { days } from './story.ts';

export interface About {
  readonly command: string;
  readonly day: string;
  readonly size: Size;
}

const percent = (part: number, digits = 3): string => `${(part * 100).toFixed(digits)} %`;
const inWords = ({ share, low, high }: { share: number; low: number; high: number }, digits = 3): string =>
  `${percent(share, digits)} (${percent(low, digits)} to ${percent(high, digits)})`;

/** What was measured, as Markdown; `measured` in the order in which it is told. */
export function lockoutPage(measured: readonly { readonly passwords: Passwords; readonly found: readonly Found[] }[], about: About): string {
  const [first, ...others] = measured;
  return [
    '# Guessing passwords, and shutting people out',
    'What stands against guessing shuts people out as well. Here both are measured of the same rules, those of the server '
      + `(\`server/src/credentials/throttle/bucket.ts\`), over ${days} days, beside three strikes and beside what the server did before `
      + 'guesses were weighed.',
    `\`${about.command}\` makes this page anew. It was made on ${about.day}: ${about.size.quiet} accounts that nobody attacks and `
      + `${about.size.attacked} that are guessed at without pause. Intervals are 95 %.`,
    '## T11',
    resultTable(first!.found),
    `Asked for: at most ${percent(targets.guessed, 2)} guessed, at most ${percent(targets.shutOut, 2)} shut out, the figures of DALock `
      + '(Blocki and Zhang, PoPETs 2022), who have 1 % and 4 % for three strikes. Passwords are '
      + `spread ${first!.passwords.name}: by the published spread of 32 million passwords (CDF-Zipf of RockYou; Wang et al., TIFS 2017), without `
      + `the ${first!.passwords.refused.toLocaleString('en-GB')} commonest, which are refused when they are set.`,
    '## Owners who are attacked meanwhile',
    table(['', 'Right password held back, on a browser of before', 'on a new one'], first!.found.map(({ side, attacked }) => (
      [side, inWords(attacked.known, 2), inWords(attacked.strange, 2)]))),
    'On a browser on which they were signed in before, owners don\'t feel what strangers do. On a new one, while somebody '
      + 'guesses at their very account without pause, they need another way in, such as a code to their mailbox: nothing that an '
      + 'account counts tells them from the stranger. T11 asks about accounts that nobody attacks.',
    '## What it rests on',
    'An owner slips in one try in twenty, and in one visit in a thousand begins with the password of another place, then '
      + 'perhaps a second and a third, half of those twice. They come daily to every two months, and in 3 % of visits from a browser that '
      + 'is new. That was set so that three strikes shut out about as many as in the paper. Somebody who guesses knows the list and the rules, tries the likeliest '
      + 'first as soon as they are let, from as many networks as they like, and is never noticed at other accounts; they go on '
      + 'after each visit of the owner, whose success ends counts of failures. The chance of having guessed is computed from what was '
      + 'tried, so its interval is that of accounts alone.',
    ...others.flatMap(({ passwords, found }) => [
      `## Passwords ${passwords.name}`,
      resultTable(found),
      'Without a list of refused passwords no brake is enough: the ten commonest open more than one account in twenty, and nobody can '
        + 'be kept from ten tries. Passwords that come from elsewhere as hashes would be as here.',
    ]),
  ].join('\n\n').concat('\n');
}

function resultTable(found: readonly Found[]): string {
  return table(['', 'Attacked accounts guessed', '', 'Owners of quiet accounts shut out', ''], found.map(({ side, guessed, shutOut }) => [
    side, inWords(guessed), guessed.high <= targets.guessed ? 'met' : '**missed**', inWords(shutOut), shutOut.high <= targets.shutOut ? 'met' : '**missed**',
  ]));
}
