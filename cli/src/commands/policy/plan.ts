import { command } from '../../command.ts';
import { exitCodes } from '../../cli-error.ts';
import { makePlan } from '../../make-plan.ts';
import { showPlan } from '../../show-plan.ts';

export const policyPlan = command<{ folder: string; population?: string }>({
  name: 'policy plan',
  summary: 'Shows what publishing a folder\'s files would change, and every fault in them',
  about: 'Changes nothing. Faults come with file, line and what to do, and make the exit code 3.',
  arguments: { '<folder>': 'with the policy\'s YAML files' },
  flags: [{ flags: '--population <slug>', about: 'whose policy (what population.yaml says)' }],
  examples: ['limen policy plan customers', 'limen policy plan ./edited --population workforce --json'],
  run: async (context, { folder, population }) => {
    const { plan } = await makePlan(context, folder, population);
    context.output.result(plan, (made) => showPlan(made, folder));
    return plan.faults.length > 0 ? exitCodes.faults : exitCodes.done;
  },
});
