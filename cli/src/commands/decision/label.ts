import { givenSources, labelVerdicts, type LabelVerdict } from '../../../../contract/decision-record.ts';
import { command } from '../../command.ts';
import { moment, table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly decision: string;
  readonly source: (typeof givenSources)[number];
  readonly verdict: LabelVerdict;
  readonly reference: string;
}

export const decisionLabel = command<Given>({
  name: 'decision label',
  summary: 'Says of a decision whether it was the person or somebody else',
  about: 'The same source with the same reference counts once, so it may be sent again.',
  arguments: {
    '<population>': 'whose decision', '<decision>': 'the id that the application was given, or that `decision list` shows',
    '<source>': givenSources.join(', '), '<verdict>': labelVerdicts.join(' or '), '<reference>': 'the case or payment, by its own name',
  },
  examples: ['limen decision label customers 019a2f30-0000-7000-8000-000000000000 chargeback impostor dispute-4711'],
  run: async ({ api, output }, { population, decision, source, verdict, reference }) => {
    const answer = await api.ask('decision.label', { params: { population, decision }, body: { source, verdict, reference } });
    output.result(answer, ({ outcome, labels }) => [
      outcome === 'recorded' ? 'Recorded' : 'Known already',
      table([['SOURCE', 'REFERENCE', 'VERDICT', 'CONFIDENCE', 'AT', 'BY'],
        ...labels.map((each) => [each.source, each.reference || '-', each.verdict, each.confidence.toFixed(2), moment(each.at), each.givenBy])]),
    ].join('\n'));
  },
});
