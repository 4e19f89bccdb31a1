import { disciplines, milliseconds, type PolicyFinding } from '../../../../contract/policy/index.ts';
import { faultAt, type Draft } from '../draft.ts';
import { amountFindings, reportingFindings } from './checkpoint-rules.ts';
import { lookFindings } from './look.ts';
import { numberAloneFindings, restrictedFindings } from './phone-rules.ts';

/** What somebody should know or see to; none of it keeps a policy from being published. */
export function findingsOf(draft: Draft): readonly PolicyFinding[] {
  return [...roleFindings(draft), ...sessionFindings(draft), ...restrictedFindings(draft), ...numberAloneFindings(draft), ...lookFindings(draft), ...amountFindings(draft), ...reportingFindings(draft)];
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
