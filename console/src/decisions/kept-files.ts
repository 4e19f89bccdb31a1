import type { PolicyFile } from '../../../contract/policy/index.ts';
import { useAsk } from '../api/hooks.ts';
import { keptDraft, withEdits } from '../policy/use-draft.ts';

/** The files of the draft that this browser keeps for a population; undefined where it keeps none. */
export function useKeptFiles(population: string, enabled: boolean): { readonly files: PolicyFile[]; readonly version: number } | undefined {
  const kept = keptDraft(population);
  const base = useAsk('policy.export', { params: { population }, query: { version: kept?.version } as never }, { enabled: enabled && kept !== undefined });
  if (!kept || !base.data) return undefined;
  const { draft, changed } = withEdits(base.data.files, kept.edits);
  return changed.length === 0 ? undefined : { files: draft, version: kept.version };
}
