import type { FastifyReply, FastifyRequest } from 'fastify';
import { cancelActionInput } from '../../../contract/screens/cancel-action.ts';
import { reportNotMeInput } from '../../../contract/screens/report-not-me.ts';
import type { Screen, ScreenFrame } from '../../../contract/screens/index.ts';
import { fail } from '../kernel/index.ts';
import type { Policies, Population } from '../policy/index.ts';
import type { Checkpoints, PendingAction } from './checkpoints.ts';
import { addressOf, type HttpEdge, type Limiter } from './http-edge.ts';

export interface NoticeRoutesDeps {
  /** The path and host below which this population is served. */
  readonly mount: { readonly prefix: string; readonly host: string };
  readonly population: Population;
  readonly checkpoints: Pick<Checkpoints, 'findPending' | 'cancel' | 'findReport' | 'report'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly renderScreen: (frame: ScreenFrame) => string;
  readonly localeOf: (request: FastifyRequest) => string;
  /** Refuses a form that another site sent. @throws request.cross_site */
  readonly checkSameOrigin: (request: FastifyRequest) => void;
  readonly limiter: Limiter;
}

type Draw = (request: FastifyRequest, token: string) => Promise<Screen>;

/**
 * What the links in notices lead to. Looking changes nothing, since mail scanners look at every link; the form on the
 * page does. The link itself is the authority, so it works in any browser, signed in or not.
 */
export function addNoticeRoutes(app: HttpEdge, deps: NoticeRoutesDeps): void {
  const { checkpoints, population: { slug } } = deps;
  addPage(app, deps, 'cancel', {
    show: async (_request, token) => cancelScreen(await checkpoints.findPending(slug, token)),
    act: async ({ body }, token) => {
      if (!cancelActionInput.safeParse(body).success) fail('request.malformed', { detail: 'the choice is missing' });
      return cancelScreen(await checkpoints.cancel(slug, token));
    },
  });
  addPage(app, deps, 'not-me', {
    show: async (_request, token) => {
      checkpoints.findReport(slug, token);
      return { step: 'report-not-me', state: 'ask' };
    },
    act: async ({ body }, token) => {
      if (!reportNotMeInput.safeParse(body).success) fail('request.malformed', { detail: 'the choice is missing' });
      await checkpoints.report(slug, token);
      return { step: 'report-not-me', state: 'done' };
    },
  });
}

function addPage(app: HttpEdge, deps: NoticeRoutesDeps, name: string, { show, act }: { show: Draw; act: Draw }): void {
  const { mount: { prefix, host } } = deps;
  const page = (draw: Draw) => async (request: FastifyRequest, reply: FastifyReply) => {
    deps.limiter.take(addressOf(request));
    const { token } = request.params as { token: string };
    const screen = await draw(request, token);
    return reply.type('text/html; charset=utf-8').send(deps.renderScreen(
      await frameOf(deps, screen, `${prefix}/${name}/${token}`, deps.localeOf(request))));
  };
  const url = `${prefix}/${name}/:token`;
  app.route({ method: 'GET', url, constraints: { host }, handler: page(show) });
  app.route({
    method: 'POST', url, constraints: { host },
    onRequest: async (request) => { deps.checkSameOrigin(request); },
    handler: page(act),
  });
}

async function frameOf(
  { policies, population: { slug, kind } }: NoticeRoutesDeps, screen: Screen, action: string, locale: string,
): Promise<ScreenFrame> {
  const { content: { branding } } = await policies.current(slug);
  // The link in the address is what authorises, so the form needs no token besides.
  return { screen, action, screenToken: 'link', population: { slug, kind }, branding, locale, application: null };
}

function cancelScreen({ state, about, dueAt }: PendingAction): Screen {
  const shown = state === 'waiting' ? 'ask' : state === 'cancelled' ? 'cancelled' : 'too-late';
  return { step: 'cancel-action', state: shown, about, dueAt: dueAt.toISOString() };
}
