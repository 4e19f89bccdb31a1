import type { PrincipalRef } from '../kernel/index.ts';
import type { Occasion } from './credentials.ts';

/** Whom an act is about, as far as is known. */
export type About = Pick<PrincipalRef, 'population'> & Partial<Pick<PrincipalRef, 'principal'>>;

/** The part that all events of one occasion share. */
export function eventContext({ population, principal }: About, { actor, run, session, client }: Occasion) {
  return {
    population, actor,
    ...(principal === undefined ? {} : { principal }), ...(run === undefined ? {} : { run }),
    ...(session === undefined ? {} : { session }), ...(client === undefined ? {} : { client }),
  };
}
