import { Button } from '@mantine/core';
import type { PolicyFault, PolicyFile } from '../../../contract/policy/index.ts';
import { useAct } from '../api/hooks.ts';
import { useMay } from '../api/me.ts';
import { ProblemNote } from '../parts/states.tsx';
import { say } from '../parts/toast.tsx';
import { FileDifferences } from './difference.tsx';
import { PlanResult } from './plan-result.tsx';
import { StaleDraft } from './stale-draft.tsx';
import { dropDraft } from './use-draft.ts';

/** What was planned, and what is to be mended in it. */
export interface Planned { readonly files: readonly PolicyFile[]; readonly faults: readonly PolicyFault[] }

/** Faults of a file while it is still as it was planned. */
export const faultsNow = (planned: Planned | undefined, file: string, text: string): readonly PolicyFault[] => (
  planned && textOf(planned.files, file) === text ? planned.faults.filter((fault) => fault.file === file) : []);

export const textOf = (files: readonly PolicyFile[], file: string): string | undefined => files.find(({ path }) => path === file)?.text;

interface Props {
  readonly population: string;
  readonly version: number;
  /** As they are in force. */
  readonly files: readonly PolicyFile[];
  readonly draft: readonly PolicyFile[];
  readonly changed: readonly string[];
  /** Once it is in force and the draft is kept no more. */
  readonly published?: () => void;
  /** Told what is to be mended, to show it where it is. */
  readonly planned?: (planned: Planned) => void;
}

/** The way of every draft into force: planned, looked at, published; nobody else's change is overwritten. */
export function PublishDraft({ population, version, files, draft, changed, published, planned: told }: Props) {
  const plan = useAct('policy.plan');
  const apply = useAct('policy.apply', ['policy.get', 'policy.list', 'policy.export', 'action.list', 'event.tail']);
  const mayApply = useMay(population)('policy.apply');
  const planned = plan.variables?.body.files;
  const isPlanned = planned?.length === draft.length && planned.every(({ path, text }) => textOf(draft, path) === text);
  const canPublish = isPlanned && plan.data !== undefined && plan.data.faults.length === 0 && plan.data.changes !== 'none';
  const body = { files: [...draft] };
  const runPlan = (): void => { apply.reset(); plan.mutate({ params: { population }, body }, { onSuccess: ({ faults }) => told?.({ files: body.files, faults }) }); };
  const publish = (): void => apply.mutate({ params: { population }, body: { ...body, basedOn: version } }, {
    onSuccess: (done) => {
      dropDraft(population);
      say(done.outcome === 'published' ? `Version ${done.version} is in force` : 'Nothing changed');
      published?.();
    },
  });
  return (
    <div className="stack">
      <div className="publish-bar">
        <span className="quiet">{changed.length === 0 ? `Nothing changed against version ${version}` : `${changed.join(', ')} changed against version ${version}; kept in this browser`}</span>
        <Button variant="default" disabled={changed.length === 0} loading={plan.isPending} onClick={runPlan}>Plan</Button>
        {mayApply && <Button disabled={!canPublish} loading={apply.isPending} onClick={publish}>Publish version {version + 1}</Button>}
      </div>
      {plan.error && <ProblemNote problem={plan.error} retry={plan.error.wantsFreshSignIn ? runPlan : undefined} />}
      {apply.error?.code === 'policy.stale' ? <StaleDraft population={population} version={version} draft={draft} /> : apply.error && <ProblemNote problem={apply.error} retry={apply.error.wantsFreshSignIn ? publish : undefined} />}
      {plan.data && isPlanned && <><PlanResult plan={plan.data} mayApply={mayApply} />{changed.length > 0 && <FileDifferences older={files} newer={draft} from={version} to="the draft" />}</>}
    </div>
  );
}
