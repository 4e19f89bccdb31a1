import type { PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';
import type { Clock } from '../kernel/index.ts';
import { digestOf, type Policies, type Population, type PublishedPolicy } from '../policy/index.ts';
import type { Plan } from './changes.ts';
import { differencesOf } from './differences.ts';
import { contentOf, faultAt, readDraft, type Draft } from './draft.ts';
import { except } from './lint/exceptions.ts';
import { findingsOf } from './lint/findings.ts';
import { lint } from './lint/lint.ts';
import { lookFaults } from './lint/look.ts';
import { oversize } from './read-files.ts';
import type { StepDescriptions } from './steps.ts';

export interface PlanDeps {
  readonly policies: Policies;
  readonly steps: StepDescriptions;
  readonly clock: Clock;
}

/** What is in force while a plan is made. */
export interface InForce {
  readonly population: Population;
  readonly policy: PublishedPolicy | undefined;
  readonly source: readonly PolicyFile[] | undefined;
  /** Those of the files that the look names which the population has; none where left out. */
  readonly brandFiles?: ReadonlySet<string>;
}

const mostFaults = 200;

/** Checks files against what is in force. Pure but for the clock, so that `apply` can do the same again. */
export function planPolicy(
  files: readonly PolicyFile[], inForce: InForce, deps: Pick<PlanDeps, 'steps' | 'clock'>,
): Plan {
  const { population, policy, source, brandFiles = new Set<string>() } = inForce;
  const basedOn = policy?.version ?? null;
  const tooMuch = oversize(files);
  if (tooMuch) {
    const unread = { differences: [], findings: [], faults: [tooMuch] };
    return { population: population.slug, basedOn, changes: 'content', ...unread };
  }
  const { draft, faults } = readDraft(files);
  const checked = except(draft, lint(draft, population.kind, deps.steps), deps.clock);
  const all = [...faults, ...fixedFaults(draft, population), ...lookFaults(draft, brandFiles), ...checked.faults];
  const content = contentOf(draft);
  const differs = content === undefined || policy === undefined || digestOf(content) !== digestOf(policy.content);
  return {
    population: population.slug, basedOn,
    changes: differs ? 'content' : isSameText(files, source) ? 'none' : 'text',
    differences: content ? [...differencesOf(policy?.content, content)] : [],
    faults: inOrder(all).slice(0, mostFaults),
    findings: inOrder([...findingsOf(draft), ...checked.findings]),
    ...(content ? { content } : {}),
  };
}

/** Slug and kind stand in addresses, tokens and passkeys, so they stay as the population was created. */
function fixedFaults(draft: Draft, { slug, kind }: Population): readonly PolicyFault[] {
  const written = draft.parts.population;
  if (!written) return [];
  return (['slug', 'kind'] as const).filter((field) => written[field] !== { slug, kind }[field]).map((field) => (
    faultAt(draft, 'population.yaml', [field],
      `is ${written[field]}, but this population was created with ${{ slug, kind }[field]}`,
      `Set ${{ slug, kind }[field]}: it is fixed at creation, since addresses, tokens and passkeys carry it.`)));
}

function isSameText(files: readonly PolicyFile[], source: readonly PolicyFile[] | undefined): boolean {
  const text = new Map(source?.map((file) => [file.path, file.text]));
  return files.length === text.size && files.every((file) => text.get(file.path) === file.text);
}

function inOrder<F extends PolicyFault>(faults: readonly F[]): F[] {
  return [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
