/**
 * Names a principal: the population comes first everywhere, so that no question about a principal can be asked
 * without saying whose door it is.
 */
export interface PrincipalRef {
  readonly population: string;
  readonly principal: string;
}

export function samePrincipal(a: PrincipalRef, b: PrincipalRef): boolean {
  return a.population === b.population && a.principal === b.principal;
}
