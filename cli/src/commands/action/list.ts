import { amountInWords, responseNames, responseShort, sourceInWords } from '../../../../contract/actions/index.ts';
import type { ShownAction, ShownActions } from '../../../../contract/admin/index.ts';
import { command } from '../../command.ts';
import { table } from '../../terminal-text.ts';

interface Given {
  readonly population: string;
  readonly days?: number;
  readonly origin?: 'real' | 'simulated';
}

export const actionList = command<Given>({
  name: 'action list',
  summary: 'Lists risky actions: what they cost and stopped lately, and what would cost least',
  about: 'Costs are expected ones of 1,000 requests, reckoned as docs/reference/advisor.md tells. Of machines, which have no risk to reckon from, it counts tokens. With --json also what costs are reckoned from.',
  arguments: { '<population>': 'whose actions' },
  flags: [
    { flags: '--days <number>', about: 'over how many days (30)', number: { least: 1, most: 90 } },
    { flags: '--origin <origin>', about: 'of real people, or of simulated ones (real)', choices: ['real', 'simulated'] },
  ],
  examples: ['limen action list customers', 'limen action list workloads --days 7 --json'],
  run: async ({ api, output }, { population, ...query }) => {
    const found = await api.ask('action.list', { params: { population }, query });
    output.result(found, (all) => [
      all.actions.some(isOfMachines) ? table([machineHeads, ...all.actions.map(machineRow)]) : table([
        ['ACTION', 'STAGE', 'REQUESTS', 'CHALLENGED', 'PASSED', 'DENIED', 'STOPPED', 'COST NOW', 'AT BEST'],
        ...all.actions.map((action) => rowOf(action, all)),
      ]),
      ...all.actions.flatMap(({ name, advice, went: { reported } }) => [
        ...(advice ? ['', `${name}: ${advice.inWords}`, `  Cheapest: ${thresholdsOf(advice)}`] : []),
        ...(Object.keys(reported).length === 0 ? [] : [`  Only reported, would have been: ${Object.entries(reported).map(([response, many]) => `${response} ${many}`).join(', ')}`])]),
      ...(all.actions.every(isOfMachines) ? [] : ['', worthsOf(all)]),
    ].join('\n'));
  },
});

function rowOf({ name, stage, went, advice }: ShownAction, { currency }: ShownActions): readonly string[] {
  const amount = (cost: number | null): string => (cost === null ? '-' : amountInWords(cost, currency));
  const counts = [went.requests, went.challenges.shown, went.challenges.passed, went.denied, went.stopped.all];
  return [name, stage, ...counts.map(String), amount(advice?.now ?? null), amount(advice?.atBest ?? null)];
}

/** Machines have no risk, and so no advice. */
const isOfMachines = ({ advice }: ShownAction): boolean => advice === null;

const machineHeads = ['ACTION', 'STAGE', 'REQUESTS', 'ISSUED', 'NOTED', 'REVIEWS', 'DENIED', 'STOPPED'];
const machineRow = ({ name, stage, went: { requests, allowed, notified, reviews, denied, stopped } }: ShownAction): readonly string[] => (
  [name, stage, ...[requests, allowed, notified, reviews.begun, denied, stopped.all].map(String)]);

/** What the advice goes by, for the responses that it weighs, and on how many each number rests. */
function worthsOf({ actions, worths }: ShownActions): string {
  const named = new Set(actions.flatMap(({ advice }) => (advice ? [...advice.thresholds.map(({ name }) => name), ...advice.bands.map(({ best }) => best)] : [])));
  return table([
    ['RESPONSE', 'STOPS', 'FROM', 'LOSES', 'FROM'],
    ...responseNames.filter((name) => named.has(name)).map((name) => {
      const worth = worths[name]!;
      return [responseShort[name], percent(worth.efficacy), sourceInWords(worth, 'efficacy'), percent(worth.friction), sourceInWords(worth, 'friction')];
    }),
  ]);
}

const percent = (part: number): string => `${(100 * part).toLocaleString('en-GB', { maximumSignificantDigits: 3 })} %`;

const thresholdsOf = ({ thresholds }: NonNullable<ShownAction['advice']>): string => thresholds
  .map(({ name, from }) => (from === 0 ? responseShort[name] : `${responseShort[name]} from ${(100 * from).toPrecision(2)} %`)).join(', ');
