import { decisionNamedIn } from '../../../contract/decision-name.ts';
import { acr, type Acr } from '../../../contract/events/index.ts';
import { satisfies } from '../sessions/index.ts';

/** Weakest first. */
const order: readonly Acr[] = acr.options;

export function stronger(a: Acr, b: Acr): Acr {
  return satisfies(a, b) ? a : b;
}

/** What an authorization request wants proved, in the parameters' own form. */
export interface AskedAssurance {
  /** Least that satisfies the request; undefined where it asks for nothing that we know. */
  readonly acr: Acr | undefined;
  /** An essential claim with values that nobody here can reach. */
  readonly unreachable: boolean;
  /** The decision that the person is to show it for, where one is named. */
  readonly decision?: string;
}

/**
 * Reads `acr_values` and the `acr` claim of the `claims` parameter (OpenID Connect Core 1.0 §3.1.2.1, §5.5.1.1). Any
 * of several values will do, so the weakest known one counts; of both ways of asking the stronger does.
 */
export function askedAssurance(params: { acr_values?: unknown; claims?: unknown }): AskedAssurance {
  const listed = typeof params.acr_values === 'string' ? params.acr_values.split(' ') : [];
  const claim = acrClaim(params.claims);
  const claimed = claim ? [...(claim.values ?? []), ...(claim.value === undefined ? [] : [claim.value])] : [];
  const fromClaim = weakestKnown(claimed);
  const unreachable = claim?.essential === true && claimed.length > 0 && fromClaim === undefined;
  const asked = [weakestKnown(listed), fromClaim].filter((each) => each !== undefined);
  const decision = decisionNamedIn([...listed, ...claimed]);
  return { acr: asked.length > 0 ? asked.reduce(stronger) : undefined, unreachable, ...(decision === undefined ? {} : { decision }) };
}

function weakestKnown(values: readonly unknown[]): Acr | undefined {
  return order.find((known) => values.includes(known));
}

interface AcrClaim { essential?: boolean; value?: unknown; values?: readonly unknown[] }

function acrClaim(claims: unknown): AcrClaim | undefined {
  if (typeof claims !== 'string') return undefined;
  try {
    const parsed = JSON.parse(claims) as { id_token?: { acr?: unknown } } | null;
    const claim = parsed?.id_token?.acr;
    if (typeof claim !== 'object' || claim === null) return undefined;
    const { essential, value, values } = claim as Record<string, unknown>;
    return { essential: essential === true, value, values: Array.isArray(values) ? values : [] };
  } catch {
    return undefined;
  }
}
