/** The most of an action's requests that may be answered otherwise than the policy would. */
export const mostExplored = 0.05;

const percent = (part: number): string => `${(100 * part).toLocaleString('en-GB', { maximumFractionDigits: 2 })} %`;

/** "2 % let go, 1 % asked"; undefined where nothing is explored. Both are parts of 1. */
export function explorationInWords({ letGo, challenge }: { readonly letGo?: number; readonly challenge?: number } = {}): string | undefined {
  const words = [letGo && `${percent(letGo)} let go`, challenge && `${percent(challenge)} asked`].filter(Boolean);
  return words.length === 0 ? undefined : words.join(', ');
}
