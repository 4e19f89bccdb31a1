/** Even where nothing is attacked somebody may try, and even under attack most who know a password know its owner. */
const least = 0.05;
const most = 0.3;

/**
 * The part of impostors taken to come from where hostile attempts come from (β of the research). Data about attacks
 * enters an assessment only through this bounded number: fed in whole, it made the published scores worse (Wiefling et
 * al. 2022: 0.20 to 0.95 of logins asked again).
 */
export function hostilePart(attackShare: number): number {
  return Math.min(most, Math.max(least, attackShare));
}
