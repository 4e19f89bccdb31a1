import { decisionModes, decisionResponses, type DecisionMode, type DecisionResponse } from '../../../../contract/decision-words.ts';
import { command } from '../../command.ts';
import { findPrincipal, whoArgument } from '../../find-principal.ts';
import { moment, table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly action?: string;
  readonly response?: DecisionResponse;
  readonly mode?: DecisionMode;
  readonly who?: string;
  readonly origin?: 'real' | 'simulated';
  readonly before?: string;
  readonly limit?: number;
}

export const decisionList = command<Given>({
  name: 'decision list',
  summary: 'Lists decisions at checkpoints, newest first',
  arguments: { '<population>': 'whose decisions' },
  flags: [
    { flags: '--action <action>', about: 'only at this action, like payout.change' },
    { flags: '--response <response>', about: 'only with this answer', choices: [...decisionResponses] },
    { flags: '--mode <mode>', about: 'only answered ones, only reported ones, or what was made up', choices: [...decisionModes] },
    { flags: '--who <who>', about: `only about this person: ${whoArgument}` },
    { flags: '--origin <origin>', about: 'only about real people, or only about simulated ones', choices: ['real', 'simulated'] },
    { flags: '--before <id>', about: 'older than this one: the last id of the page before' },
    { flags: '-n, --limit <number>', about: 'how many (50)', number: { least: 1, most: 200 } },
  ],
  examples: ['limen decision list customers --action payout.change --response deny'],
  run: async ({ api, output }, { population, who, ...query }) => {
    const about = who === undefined ? {} : { principal: (await findPrincipal(api, population, who)).id };
    output.result(await api.ask('decision.list', { params: { population }, query: { ...query, ...about } }), ({ decisions }) => table([
      ['DECISION', 'AT', 'ACTION', 'ANSWER', 'MODE', 'REASONS', 'OUTCOME', 'PRINCIPAL', 'APPLICATION'],
      ...decisions.map(({ id, at, action, response, mode, would, reasons, outcome, principal, client }) => [
        id, moment(at), action, response, would && would.response !== response ? `${mode} (${would.response})` : mode, reasons.join(' ') || '-', outcome ?? '-', principal ?? '-', client,
      ]),
    ]));
  },
});
