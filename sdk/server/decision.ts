/** What lifts a no: parameters of an authorization request (RFC 9470 §4, RFC 9396 §2), to be sent as they are. */
export interface StepUp {
  readonly acrValues: string;
  /** Seconds. */
  readonly maxAge?: number;
  readonly prompt?: 'login';
  /** What the person is shown and confirms. */
  readonly authorizationDetails?: readonly Readonly<Record<string, unknown>>[];
}

interface Answered {
  /** Names the record of this decision; absent where it was made without the server. */
  readonly id?: string;
  /** Why, for those who run the application. */
  readonly codes: readonly string[];
  /** What to tell the person, in English, where there is something. */
  readonly words?: string;
  /** The same by language (BCP 47). */
  readonly wordsIn?: Readonly<Record<string, string>>;
  /**
   * True where the server didn't answer, or not in time, and what the application had stated for this action was done
   * instead; a no where it asked too often. Worth an alarm, and with a permit a note in the record of what was done.
   */
  readonly withoutServer: boolean;
}

/** What the application may do now. */
export type Decision = Answered & (
  | { readonly kind: 'permit' }
  /** Send the person through the authorization endpoint; when they are back, ask the same question again. */
  | { readonly kind: 'step-up'; readonly stepUp: StepUp }
  /** Ask the same question again: after `until` where it waits for time (`delay`), by then where for somebody (`review`). */
  | { readonly kind: 'wait'; readonly until: Date; readonly for: 'delay' | 'review' }
  | { readonly kind: 'deny' });

interface Wire {
  readonly decision?: unknown;
  readonly context?: {
    readonly id?: unknown; readonly acr_values?: unknown; readonly max_age?: unknown; readonly prompt?: unknown;
    readonly authorization_details?: unknown; readonly delay_until?: unknown; readonly review_until?: unknown;
    readonly reason_admin?: { readonly codes?: unknown }; readonly reason_user?: Readonly<Record<string, unknown>>;
    readonly error?: { readonly code?: unknown };
  };
}

/** Reads an answer; undefined where it is none. Only a plain yes is a yes, and what isn't understood is a no. */
export function readDecision(wire: unknown): Decision | undefined {
  if (typeof wire !== 'object' || wire === null) return undefined;
  const { decision, context } = wire as Wire;
  if (typeof decision !== 'boolean') return undefined;
  const { id, reason_admin: admin, reason_user: user, error, ...rest } = Object(context ?? {}) as NonNullable<Wire['context']>;
  const listed = Array.isArray(admin?.codes) ? admin.codes : typeof error?.code === 'string' ? [error.code] : [];
  const base: Answered = {
    ...(typeof id === 'string' ? { id } : {}), codes: listed.filter((each) => typeof each === 'string'),
    ...readWords(user), withoutServer: false,
  };
  if (decision) return { ...base, kind: 'permit' };
  const stepUp = readStepUp(rest);
  if (stepUp) return { ...base, kind: 'step-up', stepUp };
  const delayed = momentOf(rest.delay_until);
  if (delayed) return { ...base, kind: 'wait', until: delayed, for: 'delay' };
  const reviewed = momentOf(rest.review_until);
  return reviewed ? { ...base, kind: 'wait', until: reviewed, for: 'review' } : { ...base, kind: 'deny' };
}

function readWords(user: unknown): Pick<Answered, 'words' | 'wordsIn'> {
  const told = Object.entries(typeof user === 'object' && user !== null ? user : {}).filter((each): each is [string, string] => typeof each[1] === 'string');
  const wordsIn = Object.fromEntries(told);
  return { ...(wordsIn['en'] === undefined ? {} : { words: wordsIn['en'] }), ...(told.length === 0 ? {} : { wordsIn }) };
}

/** @internal Of the fields of a challenge as they are on the wire. */
export function readStepUp({ acr_values: acrValues, max_age: maxAge, prompt, authorization_details: details }: NonNullable<Wire['context']>): StepUp | undefined {
  if (typeof acrValues !== 'string' || acrValues === '') return undefined;
  return {
    acrValues, ...(typeof maxAge === 'number' ? { maxAge } : {}), ...(prompt === 'login' ? { prompt } : {}),
    ...(Array.isArray(details) ? { authorizationDetails: details as Record<string, unknown>[] } : {}),
  };
}

function momentOf(value: unknown): Date | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** The parameters that a step-up adds to an authorization request. */
export function stepUpParameters({ acrValues, maxAge, prompt, authorizationDetails }: StepUp): Record<string, string> {
  return {
    acr_values: acrValues, ...(maxAge === undefined ? {} : { max_age: String(maxAge) }), ...(prompt ? { prompt } : {}),
    ...(authorizationDetails ? { authorization_details: JSON.stringify(authorizationDetails) } : {}),
  };
}
