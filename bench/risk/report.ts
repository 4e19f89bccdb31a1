import { table } from '../page.ts';
import { assumedMix, assumedPrior, type Fit } from './calibrate.ts';
import { attackers, type Attacker } from './generator/index.ts';
import type { Burden, Share } from './judge.ts';
import type { Reading } from './dataset.ts';
import type { OwnFound } from './own-data.ts';
import { cohorts, speedAsked, type Found, type Row } from './targets.ts';

const percent = (part: number, digits = 2): string => `${(part * 100).toFixed(digits)} %`;
const names: Readonly<Record<Attacker, string>> = {
  naive: 'naive', vpn: 'VPN', targeted: 'targeted', veryTargeted: 'very targeted',
};

export interface About {
  readonly command: string;
  readonly day: string;
  readonly people: number;
  readonly overlap: Readonly<Record<Attacker, number>>;
  readonly published: string;
}

/** What was measured, as Markdown. */
export function riskPage(found: Found, about: About): string {
  return [
    '# Risk: how often people are asked again',
    'A password that was right doesn\'t say who gave it. The risk model scores how likely it is that it was somebody else; the '
      + 'question is how often genuine people would be asked again when a stated part of impostors is caught. Both sides of the '
      + 'table score the same logins: ours, and the reference by Freeman et al. (NDSS 2016) as das-group wrote it anew.',
    `\`${about.command}\` makes this page anew. It was made on ${about.day}: ${about.people} made-up people, ${found.logins} `
      + 'logins in 400 days, of whom each is scored before it is learnt.',
    '## Targets',
    targetTable(found.rows),
    'Everything is measured with what the model forgets, unless it says otherwise. Owners\' logins are learnt at once, as confirmed ones '
      + 'are, but in the last line of T6; a mark of a browser counts a week after it was given, as if nothing were ever confirmed in it. '
      + 'Of the tries at names that nobody has half are people who mistype theirs, so that their own networks and browsers count as hostile. '
      + 'Counts are medians a user, with the 95 % interval that drawing users again gives, then the mean and what nine in ten stay '
      + 'at or below; the first login has no history to be judged by. Thresholds are chosen for each size of history so that the part '
      + 'in the third column is caught. `T4` asks for real takeovers, which nobody but an operator has: '
      + '`limen risk evaluate --logins FILE.csv` measures it on a file in the published columns.',
    '## Calibration (T8)',
    'Fitted on the people with an even number, judged on the others. A slope of 1 and an error of 0 would be perfect; asked for '
      + `are 0.9 to 1.1 and 0.01. Only ${percent(assumedPrior, 0)} are impostors, so that a model that always said as much would have hardly any error: `
      + 'beside it stands the error over what was said to be 1 % or more, for which nothing is asked. An interval that reaches beyond what is asked for is told.',
    fitTable(found.fits.filter(({ frequency }) => frequency === undefined)),
    'By how often people come, where there were attempts enough to tell:',
    fitTable(found.fits.filter(({ frequency }) => frequency !== undefined)),
    '## What the figures rest on',
    'The people are made up after figures that were published of a large service (3.3 M users; Wiefling et al., TOPS 2022): '
      + 'where they come from, with what, how often, and that most change little and a few all the time. Results depend most on how often an '
      + 'impostor comes from the owner\'s own network, so it is told: '
      + `${attackers.map((attacker) => `${names[attacker]} ${percent(about.overlap[attacker], 1)}`).join(', ')}. Impostors hold no `
      + `marks of devices and come at any hour. For the calibration ${percent(assumedPrior, 0)} of right passwords are taken to be `
      + `given by impostors: ${attackers.map((attacker) => `${names[attacker]} ${percent(assumedMix[attacker], 0)}`).join(', ')}.`,
    ...found.silent.length === 0 ? [] : [`Nothing of what is made up gives these signals anything to go by, so that nothing here says what they are worth: ${found.silent.join(', ')}.`],
    about.published,
    `Scored: ${Math.round(found.scoresPerSecond).toLocaleString('en-GB')} a second of one core's time, by both sides, with what is learnt between; making the attempts up is left out. Asked for are ${speedAsked.toLocaleString('en-GB')}: ${found.scoresPerSecond >= speedAsked ? 'met' : '**missed**'}.`,
  ].join('\n\n').concat('\n');
}

/** The reference on real logins, as its authors published it, to see how far the made-up ones are from those. */
export const publishedReference = 'Published of the reference on real logins, medians after 12, 20 and 39: naive at 99 % 2, 2, 1; VPN 3, 3, 2; targeted 4, '
  + '4, 3. On the made-up logins the reference does as well against naive impostors and worse against the others: here more of them share a '
  + 'network and a browser with the owner, and its score has no way to tell a rare sharing from a common one. So what is compared is the '
  + 'two columns of this page, and not ours with the published figures.';

export function targetTable(rows: readonly Row[]): string {
  return table(
    ['', 'Impostor', 'Caught', 'Side', 'Asked again', 'Asked for', ''],
    rows.map((row) => [
      row.id, names[row.attacker], shareInWords(row.caught),
      row.side === 'ours' ? `ours: ${row.what}` : row.what,
      row.burdens.map((burden, cohort) => (burden ? burdenInWords(burden) : `nobody came ${row.at[cohort]} times`)).join('<br>'),
      row.asked ?? '',
      row.met === undefined ? '' : `${row.met ? 'met' : '**missed**'}${row.burdens.includes(undefined) ? ' where it could be measured' : ''}`,
    ]),
  );
}

function fitTable(fits: readonly Fit[]): string {
  return table(['Logins before', 'Scores', 'Attempts', 'Mean error (ECE)', 'Of 1 % or more', 'Slope', ''], fits.map((fit) => {
    const { bucket, frequency, observed, attempts, ece, eceAbove, slope } = fit;
    return [
      frequency === undefined ? bucket : `${bucket}, ${frequency}`, String(observed), String(attempts), ece.toFixed(4), eceAbove.toFixed(3),
      `${slope.value.toFixed(3)} (${slope.low.toFixed(3)} to ${slope.high.toFixed(3)})`, fitInWords(fit),
    ];
  }));
}

const [leastSlope, mostSlope] = [0.9, 1.1];

function fitInWords({ ece, slope: { value, low, high } }: Fit): string {
  if (ece > 0.01 || value < leastSlope || value > mostSlope) return '**missed**';
  const beyond = [...low < leastSlope ? [low] : [], ...high > mostSlope ? [high] : []];
  return beyond.length === 0 ? 'met' : `met at the median, interval to ${beyond.map((end) => end.toFixed(3)).join(' and ')}`;
}

function shareInWords({ share, low, high }: Share): string {
  return `${percent(share)} (${percent(low)} to ${percent(high)})`;
}

function burdenInWords({ median, mean, ninetieth, users, rate }: Burden): string {
  return `${median.value} (${median.low} to ${median.high}), mean ${mean.value.toFixed(2)}, 90 % ≤ ${ninetieth}, ${percent(rate, 1)} of logins, ${users} users`;
}

export function leftOutInWords({ unreadable, nobody }: Reading['leftOut']): string {
  return `${unreadable} rows could not be read, ${nobody} belong to nobody`;
}

/** What a file of one's own came to. */
export function ownPage({ rows, users, logins, takeovers, byBucket, until }: OwnFound, leftOut: Reading['leftOut']): string {
  return [
    `${users} users, ${logins} genuine logins, ${takeovers} takeovers scored; ${leftOutInWords(leftOut)}.`,
    ...(until === undefined ? [] : [`There was no memory for all of them: measured is what came until ${until}. On a machine with more, or with fewer \`--rows\`, all are.`]),
    table(['Side', 'Caught', ...cohorts.map((cohort) => `After ${cohort}`)], rows.map(({ side, caught, burdens }) => [
      side, shareInWords(caught), ...burdens.map((burden) => (burden ? burdenInWords(burden) : 'nobody came so often'))])),
    table(['Logins before', 'Logins scored'], byBucket.map(({ bucket, logins: count }) => [bucket, String(count)])),
  ].join('\n\n').concat('\n');
}
