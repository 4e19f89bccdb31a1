/** Days after which what was seen has lost all but 1/e of its weight (research: τ of about 90 days). */
export const fadingDays = 90;
/** What is older than this counts no more and is dropped: older history hardly helps (Wiefling et al. 2022). */
export const forgottenAfterDays = 180;

const table = Float64Array.from({ length: forgottenAfterDays + 1 }, (_, days) => Math.exp(-days / fadingDays));

/**
 * The part of its weight that something seen some days ago still has: 1 today, 0 beyond `forgottenAfterDays`. A clock
 * that ran backwards counts as today.
 */
export function fade(days: number): number {
  return days <= 0 ? 1 : days > forgottenAfterDays ? 0 : table[days]!;
}
