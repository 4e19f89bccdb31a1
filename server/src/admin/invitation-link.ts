/** Where a one-time link leads: below the population's issuer, at the page that asks before it uses anything up. */
export function invitationLink(issuer: string, token: string): string {
  return `${issuer.replace(/\/$/, '')}/enrol/${token}`;
}
