import type { Report, Result, Row } from './benchmark.ts';

/** The page of figures, as Markdown. `profiles` names the benchmarks that have a profile beside it. */
export function performancePage(report: Report, profiles: ReadonlySet<string>): string {
  const { machine, day, command, results } = report;
  return [
    '# Performance',
    'How quick Limen is, always against something that was measured beside it: the two sides of a row take turns on the same '
      + 'machine in the same run, each in a process of its own, with the load generator in another one, over HTTP on loopback. '
      + 'Absolute figures tell of a machine; ratios tell of the software.',
    `\`${command}\` makes this page anew. It was made on ${day}.`,
    table(['Machine', ''], [
      ['Processor', `${machine.cpu}, ${machine.cores} cores`], ['Memory', machine.memory], ['Kernel', machine.kernel],
      ['Node', machine.node], ['PostgreSQL', machine.postgresql],
      ['Load when it began', machine.load],
    ]),
    '## Results',
    resultTable(results.flatMap(({ found }) => found.rows)),
    'Figures are medians of the rounds. A ratio is the median of each pair of neighbouring rounds, and the spread is the '
      + 'smallest and the largest of them.',
    ...results.flatMap((result) => section(result, profiles.has(result.benchmark.name))),
    '## What all have alike',
    'Nothing is switched off for a measurement: durability (fsync), throttles, rate limits and every check are as they are '
      + 'delivered. The edge limits requests by network, so the load generator speaks as a load balancer would: the server is '
      + 'told to trust it (`LIMEN_TRUSTED_PROXIES`), and each person comes from an address of their own in `X-Forwarded-For`. '
      + 'A round begins when the other side\'s processes have come to rest, and one of each before the first warms both up. '
      + 'One answer that is not right ends the run without a figure.',
  ].join('\n\n').concat('\n');
}

export function resultTable(rows: readonly Row[]): string {
  return table(['What', 'Ours', 'Reference', 'Reached', 'Target', '', 'Spread'], rows.map((row) => (
    [row.what, row.ours, row.reference, row.reached, row.target, row.met ? 'met' : '**missed**', row.spread])));
}

function section({ benchmark, found }: Result, hasProfile: boolean): string[] {
  const { title, name, reference, how } = benchmark;
  return [
    `## ${title}`,
    reference === 'none' ? how : `${how} Compared with: ${reference}.`,
    ...found.notes,
    ...(hasProfile ? [`Where the time goes: [profile](profiles/${name}.md).`] : []),
    `By itself: \`npm run bench -- ${name}\`.`,
  ];
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
