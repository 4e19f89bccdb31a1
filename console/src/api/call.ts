import { routes } from 'virtual:contract';
import type { Answer, Input, Operation } from './operations.ts';
import { problemOf, unreachable } from './problem.ts';

const prefix = '/api/v1';

/** Where an operation is asked, with its parameters in place. */
export function addressOf(operation: string, params: Readonly<Record<string, unknown>> = {}, query: Readonly<Record<string, unknown>> = {}): string {
  const [, path = ''] = routes[operation] ?? [];
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = new URLSearchParams(Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)]));
  return `${prefix}${filled}${asked.size > 0 ? `?${asked}` : ''}`;
}

/** Asks the admin API. @throws Problem */
export async function call<Name extends Operation>(operation: Name, input: Input<Name>, signal?: AbortSignal): Promise<Answer<Name>> {
  const { params, query, body } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
  const response = await ask(addressOf(operation, params, query), {
    method: routes[operation]![0],
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  });
  return await response.json() as Answer<Name>;
}

/** One request with the console's cookie. Whoever is not signed in is led to the door, and back here after it. */
export async function ask(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  });
  if (response.ok) return response;
  if (response.status === 401) goToSignIn();
  throw await problemOf(response);
}

/** `decision` names the challenge that the sign-in is for. */
export function signInAddress(back: string, { fresh = false, decision }: { fresh?: boolean; decision?: string | undefined } = {}): string {
  return `/console/sign-in?${new URLSearchParams({ ...(fresh ? { fresh: '1' } : {}), ...(decision === undefined ? {} : { decision }), return: back })}`;
}

function goToSignIn(): void {
  const { pathname, search } = globalThis.location;
  globalThis.location.assign(signInAddress(`${pathname}${search}`));
}
