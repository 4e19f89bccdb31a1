import { decisionReasons } from '../../contract/decision-words.ts';
import { riskReasons } from '../../contract/risk.ts';
import { scenarios } from '../../server/src/checkpoints/test-scenarios.ts';
import { generatedNote, one, type Golden } from './golden.ts';

const titles = { customer: 'Customers', workforce: 'Employees', small: 'Small policies' } as const;
const about = {
  customer: 'By `policies/customer/checkpoints.yaml`. The thief has the right password; the person has a passkey, unless it says otherwise.',
  workforce: 'By `policies/workforce/checkpoints.yaml`.',
  small: 'What no built-in policy says, each with one action.',
} as const;

/** What is answered in which situation, so that a change of it is seen where changes are reviewed. */
export const decisions: Golden = {
  name: 'decisions',
  make: async () => one('docs/reference/decisions.md', `# Decisions

${generatedNote} Source: \`server/src/checkpoints/test-scenarios.ts\`, which a test answers.

Who is in which situation, what stands out, and what the checkpoint answers: beside the answer stands the assurance that lifts
it and for how many seconds it counts, or how long it takes; behind it stand the reasons. Whoever changes a policy, a signal or
the way decisions are made reviews here what that does to whom.

${(['customer', 'workforce', 'small'] as const).map(section).join('\n')}
## Reasons

Those that a policy names stand in its \`checkpoints.yaml\`. Limen's own:

| reason | says |
|---|---|
${Object.entries(decisionReasons).map(([name, says]) => `| \`${name}\` | ${says} |`).join('\n')}

What can stand out in a request:

| reason of risk | says |
|---|---|
${Object.entries(riskReasons).map(([name, says]) => `| \`${name}\` | ${says} |`).join('\n')}
`),
};

function section(policy: keyof typeof titles): string {
  const rows = scenarios.filter((each) => each.policy === policy)
    .map(({ story, action, risk, answer }) => `| ${story} | \`${action}\` | ${risk} | ${answer.replace('|', ' or ')} |`);
  return `## ${titles[policy]}\n\n${about[policy]}\n\n| situation | action | risk | answer |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}
