import type { ShownLabel } from '../../../../contract/admin/index.ts';
import { givenSources, labelEntries, type LabelEntry } from '../../../../contract/decision-record.ts';
import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly decision: string;
  readonly source: (typeof givenSources)[number];
  readonly verdict: LabelEntry;
  readonly reference: string;
  readonly note?: string;
  readonly supersede?: true;
}

export const decisionLabel = command<Given>({
  name: 'decision label',
  summary: 'Says of a decision whether it was the person or somebody else, or takes that back',
  about: 'The same source with the same reference counts once, so it may be sent again. The verdict `withdrawn` takes back what stands under it; what was said before stays in the history.',
  arguments: {
    '<population>': 'whose decision', '<decision>': 'the id that the application was given, or that `decision list` shows',
    '<source>': givenSources.join(', '), '<verdict>': labelEntries.join(', '), '<reference>': 'the case or payment, by its own name',
  },
  flags: [
    { flags: '--note <text>', about: 'why; kept with the decision, so without names' },
    { flags: '--supersede', about: 'says it otherwise where that reference has said something' },
  ],
  examples: [
    'limen decision label customers 019a2f30-0000-7000-8000-000000000000 chargeback impostor dispute-4711',
    'limen decision label customers 019a2f30-0000-7000-8000-000000000000 chargeback withdrawn dispute-4711 --note "another payment was meant"',
  ],
  run: async ({ api, output }, { population, decision, supersede, ...said }) => {
    const answer = await api.ask('decision.label', { params: { population, decision }, body: { ...said, supersedes: supersede } });
    output.result(answer, ({ outcome, labels }) => [outcome === 'recorded' ? 'Recorded' : 'Known already', labelTable(labels)].join('\n'));
  },
});

/** What was said of a decision, and what of it still counts. */
export const labelTable = (labels: readonly ShownLabel[]): string => table([
  ['SOURCE', 'REFERENCE', 'VERDICT', 'CONFIDENCE', 'COUNTS', 'AT', 'BY', 'NOTE'],
  ...labels.map((each) => [each.source, each.reference || '-', each.verdict, each.confidence.toFixed(2), each.stands ? 'yes' : 'no',
    moment(each.at), each.givenBy, each.note ?? '-']),
]);
