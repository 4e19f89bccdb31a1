import type { ShownDecisionInFull } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { forTerminal, moment, table } from '../../terminal-text.ts';
import { labelTable } from './label.ts';

export const decisionShow = command<{ population: string; decision: string }>({
  name: 'decision show',
  summary: 'Shows a decision with what was seen and every response that was possible',
  arguments: { '<population>': 'whose decision', '<decision>': 'the id that `decision list` shows' },
  examples: ['limen decision show customers 019a2f30-0000-7000-8000-000000000000'],
  run: async ({ api, output }, params) => {
    output.result(await api.ask('decision.get', { params }), ({ decision }) => inFull(decision));
  },
});

function inFull(decision: ShownDecisionInFull): string {
  const { at, action, response, reasons, outcome, principal, client, policyVersion, features, candidates, mode, would } = decision;
  const { missing, model, weighing, shadows, followUps, labels, keptUntil } = decision;
  const facts = Object.entries({
    at: moment(at), action, answer: response, reasons: reasons.join(' ') || '-', mode,
    ...(would ? { 'would be': `${would.response}${would.with === undefined ? '' : ` (${would.with})`}` } : {}), outcome: outcome ?? '-',
    principal: principal ?? '-', application: client, policy: policyVersion === null ? '-' : `version ${policyVersion}`, 'risk model': model ?? '-',
    ...(weighing ? { 'at stake': `${weighing.valueAtRisk}; loss ${weighing.stakes.loss.amount} (${weighing.stakes.loss.from})`, explored: weighing.explored ? `yes, seed ${weighing.seed}` : 'no' } : {}),
    'kept until': moment(keptUntil),
  });
  const possible = candidates.map(({ respond, with: asked, within, for: time, held, chosen }) => [
    respond, asked ?? '-', within ?? time ?? '-', held ? 'yes' : 'no', chosen ? 'yes' : 'no',
  ]);
  return [
    table(facts.map(([name, value]) => [name, value])),
    ...(possible.length === 0 ? [] : ['', table([['RESPONSE', 'WITH', 'TIME', 'CONDITION HELD', 'CHOSEN'], ...possible])]),
    ...section(['ANSWER', 'EXPECTED COST', 'PROPENSITY'], (weighing?.answers ?? []).map(({ answer, cost, propensity }) => [answer, cost === null ? '-' : cost.toFixed(2), String(propensity)])),
    ...section(['DRAFT', 'WOULD BE', 'BECAUSE'], shadows.map((each) => [each.watch, each.response, each.reasons.join(' ') || '-'])),
    ...section(['AFTER', 'WHAT', '', 'CODE'], followUps.map(({ ms, kind, what, code }) => [`${(ms / 1_000).toFixed(1)} s`, kind, what ?? '-', code ?? '-'])),
    ...(labels.length === 0 ? [] : ['', labelTable(labels)]),
    ...(missing.length === 0 ? [] : ['', `Nothing was known of: ${missing.join(', ')}`]),
    '', 'What was seen:', forTerminal(JSON.stringify(features, null, 2)),
  ].join('\n');
}

const section = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => (
  rows.length === 0 ? [] : ['', table([heads, ...rows])]);
