import { randomUUID } from 'node:crypto';
import { basicAuth, type Application } from './application.ts';
import { closedLoop } from './closed-loop.ts';
import { connect } from './connections.ts';
import type { Load } from './load.ts';
import { openLoop } from './open-loop.ts';

/** How questions come: so many under way at a time, or so many a second whatever became of those before. */
export type Pace = { readonly atOnce: number } | { readonly perSecond: number };

const path = '/access/v1/evaluation';
/** Connections of an application that asks at an even pace. */
const most = 64;

/**
 * Questions of an application about its people, named by their sessions, one after the other; each about another
 * account, so that no answer leans on an earlier one. All have to be answered with what lifts the no.
 */
export function decisionLoad(origin: string, application: Application, sessions: readonly string[], pace: Pace): Load {
  const connections = connect(origin, 'atOnce' in pace ? pace.atOnce : most);
  const headers = { authorization: basicAuth(application), 'content-type': 'application/json' };
  // Another load may have asked of the same people: a question that was asked before is another matter.
  const load = randomUUID();
  let asked = 0;
  const ask = async (): Promise<string> => {
    asked += 1;
    const { status, body } = await connections.send(path, {
      method: 'POST', headers, body: JSON.stringify({
        subject: { type: 'session', id: sessions[asked % sessions.length]! }, action: { name: 'payout.change' },
        resource: { type: 'payout-account', id: 'main', properties: { account: `account ${load}-${asked}` } },
      }),
    });
    if (status !== 200) throw new Error(`a question was answered ${status}: ${body.slice(0, 300)}`);
    const { context } = JSON.parse(body) as { context: { id: string; response: string; acr_values?: string } };
    if (context.response !== 'challenge' || context.acr_values === undefined) throw new Error(`a question was answered ${body.slice(0, 300)}`);
    return context.id;
  };
  const distinct = (ids: readonly string[]): void => {
    if (new Set(ids).size !== ids.length) throw new Error('two decisions have one id');
  };
  return {
    run: async (bounds) => {
      if ('atOnce' in pace) {
        const { done, results } = await closedLoop({ ...bounds, atOnce: pace.atOnce }, ask);
        distinct(results);
        return done;
      }
      const from = performance.now();
      const answers = await openLoop({ perSecond: pace.perSecond, count: Math.max(1, Math.min(bounds.most, Math.floor(pace.perSecond * bounds.seconds))) }, async (_, late) => {
        const due = performance.now() - late;
        return { id: await ask(), took: performance.now() - due };
      });
      distinct(answers.map(({ id }) => id));
      const latencies = answers.map(({ took }) => took);
      return { count: latencies.length, seconds: (performance.now() - from) / 1_000, latencies };
    },
  };
}
