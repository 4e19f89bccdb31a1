import type { Exception, PolicyFault, PolicyFinding } from '../../../../contract/policy/index.ts';
import type { Clock } from '../../kernel/index.ts';
import { faultAt, type Draft } from '../draft.ts';

/** What is left of the faults once the charter's exceptions are taken into account, and what is to be told of these. */
export interface Excepted {
  readonly faults: readonly PolicyFault[];
  readonly findings: readonly PolicyFinding[];
}

const file = 'charter.yaml';

/** Lets the faults be that the charter names as exceptions. One that has ended lets nothing be. */
export function except(draft: Draft, faults: readonly PolicyFault[], clock: Clock): Excepted {
  const exceptions = draft.parts.charter?.exceptions ?? [];
  const used = new Set<Exception>();
  const left: PolicyFault[] = [];
  for (const fault of faults) {
    const named = exceptions.filter((exception) => covers(exception, fault));
    const living = named.find(({ until }) => isActive(until, clock()));
    if (living) used.add(living);
    else left.push(withException(fault, named[0]));
  }
  const each = exceptions.map((exception, index) => ({ exception, path: ['exceptions', index] as const }));
  return {
    faults: [...left, ...each.flatMap(({ exception, path }) => unowned(draft, exception, path))],
    findings: each.map(({ exception, path }) => findingOf(draft, exception, path, used.has(exception), clock)),
  };
}

/** An exception counts through its last day, UTC. */
function isActive(until: string, now: Date): boolean {
  return now.toISOString().slice(0, 10) <= until;
}

function covers({ rule, at }: Exception, fault: PolicyFault): boolean {
  return rule === fault.rule && (at === undefined || at === placeOf(fault));
}

/** `sign-in/refuse` for a node, the file for everything else. */
function placeOf({ file: of, at }: PolicyFault): string {
  const journey = /^journeys\/(.+)\.yaml$/.exec(of)?.[1];
  const node = /^nodes\.([^.]+)/.exec(at)?.[1];
  return journey !== undefined && node !== undefined ? `${journey}/${node}` : of;
}

function withException(fault: PolicyFault, ended: Exception | undefined): PolicyFault {
  if (fault.rule === undefined) return fault;
  const how = ended
    ? `The charter's exception ended on ${ended.until}; renew it with its reason, or leave it.`
    : `Or name the exception ${fault.rule} at ${placeOf(fault)} in ${file}, with its owner and its end.`;
  return { ...fault, remedy: fault.remedy === undefined ? how : `${fault.remedy} ${how}` };
}

function unowned(
  draft: Draft, { rule, at, owner }: Exception, path: readonly (string | number)[],
): readonly PolicyFault[] {
  return [
    ...(owner === undefined ? [faultAt(draft, file, path, `is an exception (${rule}) that nobody owns`,
      'Add owner: who sees to its end.')] : []),
    ...(rule === 'dead-end' && at === undefined ? [faultAt(draft, file, path,
      'is an exception (dead-end) for every node there is', 'Add at: the node, like sign-in/refuse.')] : []),
  ];
}

function findingOf(
  draft: Draft, { rule, until, owner }: Exception, path: readonly (string | number)[], isUsed: boolean, clock: Clock,
): PolicyFinding {
  const at = (problem: string, remedy: string) => faultAt(draft, file, path, problem, remedy);
  if (!isActive(until, clock())) {
    return { code: 'exception-expired', ...at(`is an exception (${rule}) that ended on ${until}`, 'Remove it.') };
  }
  if (!isUsed) {
    return { code: 'exception-unused', ...at(`is an exception (${rule}) that nothing here needs`, 'Remove it.') };
  }
  return {
    code: 'exception-active',
    ...at(`is an exception (${rule}): evidence shows the rule as not met until ${until}`,
      `${owner ?? 'Nobody'} owns it; plan how it comes to its end.`),
  };
}
