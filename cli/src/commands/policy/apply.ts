import { command } from '../../command.ts';
import { exitCodes, misused } from '../../cli-error.ts';
import { makePlan } from '../../make-plan.ts';
import { showPlan } from '../../show-plan.ts';
import { takeTime } from '../../take-time.ts';

export const policyApply = command<{ folder: string; population?: string; yes?: boolean }>({
  name: 'policy apply',
  summary: 'Publishes a folder\'s files as the next version of a policy',
  about: 'Plans first, shows the plan and asks. It is refused when somebody published another version meanwhile. Runs '
    + 'that are under way keep the version they began with.',
  arguments: { '<folder>': 'with the policy\'s YAML files' },
  flags: [
    { flags: '--population <slug>', about: 'whose policy (what population.yaml says)' },
    { flags: '-y, --yes', about: 'don\'t ask; needed where nobody can be asked' },
  ],
  examples: ['limen policy apply customers', 'limen policy apply policies/workforce --yes --json'],
  run: async (context, { folder, population: named, yes = false }) => {
    const { api, output } = context;
    const { population, files, plan } = await makePlan(context, folder, named);
    if (plan.faults.length > 0) {
      output.result({ outcome: 'faults', plan }, () => showPlan(plan, folder));
      return exitCodes.faults;
    }
    output.note(showPlan(plan, folder));
    if (plan.changes === 'none') {
      output.result({ outcome: 'unchanged', version: plan.basedOn, plan }, () => `${population} stays at version ${plan.basedOn}`);
      return exitCodes.done;
    }
    if (!yes) {
      const answer = await context.confirm(`Publish this as the next version of ${population}?`);
      if (answer === undefined) throw misused('Nobody can be asked whether to publish', 'Give --yes to publish without asking.');
      if (!answer) {
        output.note('Nothing was published.');
        return exitCodes.failed;
      }
    }
    const { basedOn } = plan;
    const applied = await takeTime(output, `Publishing ${population}`,
      api.ask('policy.apply', { params: { population }, body: { files, basedOn } }));
    output.result(applied, ({ outcome, version }) => (outcome === 'published'
      ? `${population} is at version ${version}` : `${population} stays at version ${version}`));
    return exitCodes.done;
  },
});
