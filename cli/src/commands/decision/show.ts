import type { ShownDecisionInFull } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { forTerminal, moment, table } from '../../terminal-text.ts';

export const decisionShow = command<{ population: string; decision: string }>({
  name: 'decision show',
  summary: 'Shows a decision with what was seen and every response that was possible',
  arguments: { '<population>': 'whose decision', '<decision>': 'the id that `decision list` shows' },
  examples: ['limen decision show customers 019a2f30-0000-7000-8000-000000000000'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('decision.get', { params }), ({ decision }) => inFull(decision));
  },
});

function inFull({ at, action, response, reasons, outcome, principal, client, policyVersion, features, candidates }: ShownDecisionInFull): string {
  const facts = Object.entries({
    at: moment(at), action, answer: response, reasons: reasons.join(' ') || '-', outcome: outcome ?? '-',
    principal: principal ?? '-', application: client, policy: policyVersion === null ? '-' : `version ${policyVersion}`,
  });
  const possible = candidates.map(({ respond, with: asked, within, for: time, held, chosen }) => [
    respond, asked ?? '-', within ?? time ?? '-', held ? 'yes' : 'no', chosen ? 'yes' : 'no',
  ]);
  return [
    table(facts.map(([name, value]) => [name, value])),
    ...(possible.length === 0 ? [] : ['', table([['RESPONSE', 'WITH', 'TIME', 'CONDITION HELD', 'CHOSEN'], ...possible])]),
    '', 'What was seen:', forTerminal(JSON.stringify(features, null, 2)),
  ].join('\n');
}
