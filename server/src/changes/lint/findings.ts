import { disciplines, milliseconds, type PolicyFinding } from '../../../../contract/policy/index.ts';
import type { Clock } from '../../kernel/index.ts';
import { faultAt, type Draft } from '../draft.ts';
import { isActive } from './kind-rules.ts';

/** What somebody should know or see to; none of it keeps a policy from being published. */
export function findingsOf(draft: Draft, clock: Clock): readonly PolicyFinding[] {
  return [...roleFindings(draft), ...exceptionFindings(draft, clock), ...sessionFindings(draft)];
}

function roleFindings(draft: Draft): readonly PolicyFinding[] {
  const roles = draft.parts.charter?.roles;
  if (!roles) return [];
  return disciplines.filter((discipline) => roles[discipline] === null).map((discipline) => ({
    code: 'role-unfilled',
    ...faultAt(draft, 'charter.yaml', ['roles', discipline], `has nobody who answers for ${discipline}`,
      'Name a person or a team.'),
  }));
}

function exceptionFindings(draft: Draft, clock: Clock): readonly PolicyFinding[] {
  const minimum = draft.parts.assurance?.password.minimumAlone;
  return (draft.parts.charter?.exceptions ?? []).map(({ rule, until }, index): PolicyFinding => {
    const path = ['exceptions', index];
    const at = (problem: string, remedy: string) => faultAt(draft, 'charter.yaml', path, problem, remedy);
    if (!isActive(until, clock())) {
      return { code: 'exception-expired', ...at(`is an exception (${rule}) that ended on ${until}`, 'Remove it.') };
    }
    if (minimum !== undefined && minimum >= 15) {
      return { code: 'exception-unused', ...at(`is an exception (${rule}) that nothing here needs`, 'Remove it.') };
    }
    return {
      code: 'exception-active',
      ...at(`is an exception (${rule}): evidence shows the rule as not met until ${until}`,
        'Plan how it comes to its end.'),
    };
  });
}

/** SP 800-63B-4 §2.2.3 for two factors, where the population's kind has a longer limit. */
function sessionFindings(draft: Draft): readonly PolicyFinding[] {
  const { sessions, assurance, population } = draft.parts;
  if (!sessions || !assurance || population?.kind !== 'customer') return [];
  if (assurance.required === 'urn:limen:acr:basic') return [];
  if (milliseconds(sessions.total) <= milliseconds('24h')) return [];
  return [{
    code: 'session-beyond-advice',
    ...faultAt(draft, 'sessions.yaml', ['total'],
      `is ${sessions.total}, while every sign-in proves two factors: SP 800-63B-4 §2.2.3 advises 24 hours for these`,
      'Shorten it, or ask for two factors only at actions that need them.'),
  }];
}
