import type { ShownPolicyVersion } from '../../../contract/admin/index.ts';

const dayLength = 86_400_000;
/** As the API answers. */
export const longestDays = 400;
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isDay = (text: string | undefined): text is string => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text!));

/** The days from `from` to `till`, both among them, as the API takes them; undefined where they are none. */
export function periodOf(from: string | undefined, till: string | undefined): { readonly from: string; readonly to: string } | undefined {
  if (!isDay(from) || !isDay(till)) return undefined;
  const days = (Date.parse(till) - Date.parse(from)) / dayLength + 1;
  return days >= 1 && days <= longestDays ? { from, to: dayOf(Date.parse(till) + dayLength) } : undefined;
}

/** What was in force in a period: the last version of it, and those before it that took effect or ended within. */
export function inForceWithin(
  versions: readonly ShownPolicyVersion[], { from, to }: { readonly from: string; readonly to: string },
): readonly ShownPolicyVersion[] {
  const until = versions.filter(({ publishedAt }) => Date.parse(publishedAt) < Date.parse(to));
  const [first] = until.filter(({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(from));
  return until.filter((each) => each === first || Date.parse(each.publishedAt) > Date.parse(from));
}
