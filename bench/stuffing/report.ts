import { table } from '../page.ts';
import { shareOf } from '../risk/judge.ts';
import type { Found, Size } from './story.ts';

export interface About {
  readonly command: string;
  readonly day: string;
  readonly size: Size;
  readonly minutes: number;
}

const percent = (part: number): string => `${(part * 100).toFixed(2)} %`;

function of(count: number, all: number): string {
  if (all === 0) return '0';
  const { low, high } = shareOf(count, all);
  return `${count.toLocaleString('en-GB')} (${percent(count / all)}; ${percent(low)} to ${percent(high)})`;
}

/** What was measured, as Markdown. */
export function stuffingPage({ genuine, attack, estimated }: Found, { command, day, size, minutes }: About): string {
  const bands = Object.entries(attack.bands).map(([band, count]) => `${count} ${band}`).join(', ');
  return [
    '# A list of stolen pairs, and people beside it',
    `\`${command}\` makes this page anew. It was made on ${day}, in ${minutes.toFixed(0)} minutes: the journeys of customers, with the password right after the address, run `
      + 'in one process on a real database with nothing switched off, no owner of networks known. The clock is moved, so that waiting takes '
      + 'no time. Intervals are 95 %.',
    '## People',
    table(['', ''], [
      ['Sign-ins while the list was tried', genuine.signIns.toLocaleString('en-GB')],
      ['Noticed anything: held back, told to wait, or not let in', of(genuine.noticed, genuine.signIns)],
      ['Their device worked unseen', of(genuine.worked, genuine.signIns)],
      ['Longest work, in tries of the sum (1,500 is the bound; about a millisecond each on a middling phone)', String(genuine.mostTries)],
    ]),
    '## The list',
    table(['', ''], [
      ['Pairs tried', `${attack.attempts.toLocaleString('en-GB')}${attack.attempts < size.attempts ? `, of ${size.attempts.toLocaleString('en-GB')}, when its time was over` : ''}`],
      ['Asked for work first, or to wait instead', of(attack.asked, attack.attempts)],
      ['Held back without being looked at', of(attack.held, attack.attempts)],
      ['Pairs that were right', of(attack.right, attack.attempts)],
      ['Of these got in', of(attack.in, attack.right)],
      ['How those sign-ins were assessed', bands || '-'],
      ['Share of attack as it was estimated at the end, of all tries', percent(estimated.all)],
      ['The same of the hoster\'s network', percent(estimated.hosting)],
    ]),
    `${size.people} people have an account. Each signs in once in the hour before; while the list is tried four of them do after each fifty pairs, in turns: one in seven with a browser that `
      + 'is new, a quarter from somewhere else. Of the pairs one in ten is of an address that has an account here, and one in 25 of those is '
      + 'right. A quarter comes from one hoster\'s 254 addresses, the rest from homes all over, hardly ever the same twice. Whoever is asked for work waits '
      + 'instead, as somebody does who has many runs open at once.',
    'Brakes make trying a list dear and slow; they can\'t tell a right password that is tried once, from an address of its own, from '
      + 'its owner on a new browser. What such a sign-in may do is decided at checkpoints, by its risk: see [risk](risk.md).',
  ].join('\n\n').concat('\n');
}
