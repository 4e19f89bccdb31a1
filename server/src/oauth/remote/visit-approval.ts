import { openRequestInput } from '../../../../contract/screens/open-request.ts';
import type { Notice, ScreenOf } from '../../../../contract/screens/index.ts';
import type { Client } from '../../clients/index.ts';
import { fail } from '../../kernel/index.ts';
import type { Session } from '../../sessions/index.ts';
import { networkOf } from '../../web/index.ts';
import { redirect } from '../page-answer.ts';
import { confirmRequest, grantedScopes, levelFor, refuseRequest, tryNumber } from './answer-request.ts';
import { isOpen, type RemoteRequest } from './remote-request.ts';
import { beginJourney, minutesSince, nameOf, readOwnForm, requestAt, resultAt, see, show, type Seen, type Visit, type VisitDeps } from './visit.ts';

interface Entered extends Seen {
  readonly living: Session;
  readonly request: RemoteRequest;
  readonly client: Client;
  readonly page: string;
}

/**
 * Where a person answers an application that asked for them (CIBA Core 1.0 §8). The link in the mail is no key: it
 * leads to the same sign-in for everybody, and after it to this one person's request alone. Looking changes nothing.
 * @throws link.invalid, request.cross_site, request.malformed, request.rate_limited
 */
export async function visitApproval(deps: VisitDeps, visit: Visit, id: string): Promise<void> {
  const seen = await see(deps, visit);
  const page = `${visit.built.mount.path}/approve/${id}`;
  const isSent = visit.req.method === 'POST';
  const { living } = seen;
  if (!living) {
    const outcome = isSent ? undefined : await resultAt(deps, seen, page);
    if (outcome?.outcome === 'refused') return redirect(visit.res, `${visit.built.mount.path}/`);
    deps.remoteLimits.forms.take(networkOf(seen.browser.clientAddress));
    return beginJourney(deps, seen, page, { purpose: 'sign-in', channel: 'support-desk' });
  }
  const { request, client } = await requestAt(deps, visit.population, id);
  // Somebody else's is as if it weren't there.
  if (request.kind !== 'backchannel' || request.principal !== living.principal) return fail('link.invalid');
  const entered = { ...seen, living, request, client, page };
  if (isSent) return takeAnswer(deps, entered);
  await resultAt(deps, seen, page);
  return draw(deps, entered);
}

async function takeAnswer(deps: VisitDeps, entered: Entered): Promise<void> {
  const { request, client, living, page, population, content, built, res } = entered;
  const fields = await readOwnForm(deps, entered);
  if (!await deps.formTokens.isValid(population, living.id, purposeOf(request), fields['screenToken'])) fail('request.cross_site');
  const input = openRequestInput.safeParse(fields).data;
  if (!input) return fail('request.malformed', { detail: 'the choice is missing' });
  if (!isOpen(request, deps.clock())) return redirect(res, page);
  if (input.choice === 'not-me') {
    await refuseRequest(deps, request, 'not-me', living);
    return redirect(res, page);
  }
  const level = levelFor(request, living, content, deps.clock());
  if (!level) return beginJourney(deps, entered, page, { purpose: 'step-up', channel: 'support-desk', request, client });
  const tried = await tryNumber(deps, request, input.number ?? '', living);
  if (tried === 'wrong') return draw(deps, entered, { code: 'request.wrong-number', kind: 'error', field: 'number' });
  if (tried === 'right') await confirmRequest(deps, request, { provider: built.provider, client, living, level, device: '' });
  return redirect(res, page);
}

async function draw(deps: VisitDeps, entered: Entered, notice?: Notice): Promise<void> {
  const { request, client, living, page, population } = entered;
  const state = isOpen(request, deps.clock()) ? 'ask' : request.state === 'confirmed' ? 'done' : 'ended';
  const screen: ScreenOf<'open-request'> = {
    step: 'open-request', state, application: client.name, purpose: client.purpose,
    scopes: [...grantedScopes(request, client)],
    minutesAgo: minutesSince(request.askedAt, deps.clock()), person: await nameOf(deps, living),
  };
  show(deps, entered, screen, {
    action: page, application: client.name, locale: request.asked.locale, notice,
    screenToken: await deps.formTokens.make(population, living.id, purposeOf(request)),
  });
}

const purposeOf = ({ id }: RemoteRequest): string => `approve:${id}`;
