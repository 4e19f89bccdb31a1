import type { Fault } from '../../../contract/errors.ts';

/** An answer of the admin API that says no, or none at all: always with a code and what to do. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly remedy: string;
  readonly reference: string | undefined;
  readonly faults: readonly Fault[];
  /** The challenge that a fresh sign-in has to be for. */
  readonly decision: string | undefined;

  constructor(given: {
    status: number; code: string; title: string; remedy: string; detail?: string | undefined;
    reference?: string | undefined; faults?: readonly Fault[] | undefined; decision?: string | undefined;
  }) {
    super(given.title);
    this.status = given.status;
    this.code = given.code;
    this.detail = given.detail;
    this.remedy = given.remedy;
    this.reference = given.reference;
    this.faults = given.faults ?? [];
    this.decision = given.decision;
  }

  /** The caller has to prove again that it is them. */
  get wantsFreshSignIn(): boolean {
    return this.code === 'admin.reauthentication_needed';
  }
}

export const unreachable = (): Problem => new Problem({
  status: 0, code: 'console.unreachable', title: 'The server did not answer',
  remedy: 'Check the connection and that the server runs, then try again.',
});

/** Reads problem details (RFC 9457); an answer of another kind, from a proxy perhaps, is told as what it is. */
export async function problemOf(response: Response): Promise<Problem> {
  const told = await response.json().catch(() => undefined) as Partial<ConstructorParameters<typeof Problem>[0]> | undefined;
  if (typeof told?.code === 'string' && typeof told.title === 'string') {
    return new Problem({ ...told, status: response.status, code: told.code, title: told.title, remedy: told.remedy ?? '' });
  }
  return new Problem({
    status: response.status, code: `http.${response.status}`, title: 'The answer could not be read',
    remedy: 'Something between this browser and the server answered instead of it. Try again, or ask who runs the network.',
  });
}
