import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PolicyFinding } from '../../../contract/policy/index.ts';
import { Badge, type Tone } from '../parts/badge.tsx';

const tones: Readonly<Record<PolicyFinding['code'], Tone>> = {
  'accent-adjusted': 'none',
  'role-unfilled': 'caution', 'exception-active': 'caution', 'exception-expired': 'bad', 'exception-unused': 'none',
  'session-beyond-advice': 'caution', 'amount-without-currency': 'caution', 'only-reports': 'caution', 'restricted-authenticator': 'caution', 'number-alone': 'caution',
};
const titles: Readonly<Record<PolicyFinding['code'], string>> = {
  'accent-adjusted': 'Accent made readable', 'role-unfilled': 'Nobody answers for', 'exception-active': 'Exception in force', 'exception-expired': 'Exception has run out',
  'exception-unused': 'Exception without use', 'amount-without-currency': 'Amount without a currency', 'only-reports': 'Checkpoint that only reports', 'session-beyond-advice': 'Session longer than advised',
  'restricted-authenticator': 'Restricted authenticator', 'number-alone': 'Accounts without an address',
};

/** What is open, unfilled roles as one line: six of the same are one thing to do. */
export function Findings({ slug, findings, filled, total }: {
  readonly slug: string; readonly findings: readonly PolicyFinding[]; readonly filled: number; readonly total: number;
}) {
  const roles = findings.filter(({ code }) => code === 'role-unfilled').map(({ at }) => at.replace(/^.*\./, ''));
  const others = findings.filter(({ code }) => code !== 'role-unfilled');
  if (findings.length === 0) {
    return <p className="all-well"><IconCircleCheck className="icon" aria-hidden="true" />Nothing is open. Somebody answers for all {total} disciplines.</p>;
  }
  return (
    <ul className="findings">
      {roles.length > 0 && (
        <li>
          <Badge tone="caution">{filled} of {total} roles filled</Badge>
          <p>{titles['role-unfilled']} {new Intl.ListFormat('en').format(roles)}.</p>
          <Link to="/p/$population/policy/edit" params={{ population: slug }} search={{ file: 'charter.yaml' }} className="small">Name them in charter.yaml</Link>
        </li>
      )}
      {others.map(({ code, file, line, at, problem, remedy }) => (
        <li key={`${file}:${line}:${at}`}>
          <Badge tone={tones[code]}>{titles[code]}</Badge>
          <p>{at} {problem}.{remedy ? ` ${remedy}` : ''}</p>
          <Link to="/p/$population/policy" params={{ population: slug }} search={{ view: 'files', file }} className="small">{file}, line {line}</Link>
        </li>
      ))}
    </ul>
  );
}
