/** One table of answers through each framework's own server: what goes on, what is answered instead, what fails. */
import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import {
  challengeOf, createDecisions, decisionOf, guardExpress, guardFastify, guardHono, guardRoute, type Refusal,
} from './index.ts';
import { challenge, decisionPoint, no, wait, yes, type Answer } from './testing.ts';

let answer: Answer = yes;
const point = await decisionPoint(() => answer);
const decisions = createDecisions({
  server: point.url, credentials: { clientId: 'shop', clientSecret: 's' }, timeout: 20_000, retries: 0,
  whenUnanswered: { 'order.pay': 'deny', 'profile.change': 'permit' },
});
const about = (sid: string | null | undefined) => (sid ? { subject: { session: sid }, resource: { type: 'order', id: '1' } } : undefined);
const isPage = (path: string) => path.startsWith('/page');
const page = ({ status, decision }: Refusal) => ({ status, text: `a page about ${decision?.kind ?? 'nobody'}` });

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Each with `/pay` and `/profile`, and `/page`, which answers in its own way; the handler tells who decided. */
const servers: Readonly<Record<string, () => Promise<string>>> = {
  express: async () => {
    const app = express();
    for (const [path, action] of [['/pay', 'order.pay'], ['/profile', 'profile.change'], ['/page', 'order.pay']] as const) {
      app.post(path, guardExpress({
        decisions, action, about: (request: express.Request) => about(request.get('x-sid')),
        ...(isPage(path) ? { refuse: (refusal: Refusal, _request: express.Request, response: express.Response) => {
          const { status, text } = page(refusal);
          response.status(status).send(text);
        } } : {}),
      }), (request, response) => { response.send(`done ${decisionOf(request)?.withoutServer}`); });
    }
    app.use(((_error, _request, response, _next) => { response.status(500).send('failed'); }) satisfies express.ErrorRequestHandler);
    return listening(createServer(app));
  },
  fastify: async () => {
    const app = fastify();
    for (const [path, action] of [['/pay', 'order.pay'], ['/profile', 'profile.change'], ['/page', 'order.pay']] as const) {
      app.post(path, {
        preHandler: guardFastify({
          decisions, action, about: (request: { headers: Record<string, unknown> }) => about(request.headers['x-sid'] as string | undefined),
          ...(isPage(path) ? { refuse: (refusal: Refusal, _request: unknown, reply: { code(status: number): { send(text: string): unknown } }) => {
            const { status, text } = page(refusal);
            reply.code(status).send(text);
          } } : {}),
        } as Parameters<typeof guardFastify>[0]),
      }, async (request) => `done ${decisionOf(request)?.withoutServer}`);
    }
    app.setErrorHandler((_error, _request, reply) => reply.code(500).send('failed'));
    after(() => app.close());
    return app.listen({ port: 0, host: '127.0.0.1' });
  },
  hono: async () => {
    const app = new Hono();
    for (const [path, action] of [['/pay', 'order.pay'], ['/profile', 'profile.change'], ['/page', 'order.pay']] as const) {
      app.post(path, guardHono({
        decisions, action, about: (context: { req: { header(name: string): string | undefined } }) => about(context.req.header('x-sid')),
        ...(isPage(path) ? { refuse: (refusal: Refusal) => new Response(page(refusal).text, { status: refusal.status }) } : {}),
      }), (context) => context.text(`done ${decisionOf(context)?.withoutServer}`));
    }
    app.onError(() => new Response('failed', { status: 500 }));
    return served((request) => app.fetch(request));
  },
  'route handlers': async () => {
    const handlers = Object.fromEntries(([['/pay', 'order.pay'], ['/profile', 'profile.change'], ['/page', 'order.pay']] as const).map(([path, action]) => [
      path, guardRoute({
        decisions, action,
        about: async (request) => { await request.text(); return about(request.headers.get('x-sid')); },
        ...(isPage(path) ? { refuse: (refusal: Refusal) => new Response(page(refusal).text, { status: refusal.status }) } : {}),
      }, async (request) => {
        assert.equal(await request.text(), 'body', 'the body is still there');
        return new Response(`done ${decisionOf(request)?.withoutServer}`);
      }),
    ]));
    return served((request) => handlers[new URL(request.url).pathname]!(request).catch(() => new Response('failed', { status: 500 })));
  },
};

/** What speaks the web platform's requests, on Node's server. */
function served(handle: (request: Request) => Response | Promise<Response>): Promise<string> {
  return listening(createServer((incoming, outgoing) => {
    const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const request = new Request(`http://localhost${incoming.url}`, { method: 'POST', headers, body: 'body' });
    void Promise.resolve(handle(request)).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
    });
  }));
}

for (const [name, start] of Object.entries(servers)) {
  test(`${name}: goes on where the answer is yes, and else says what would lift the no`, async () => {
    const origin = await start();
    const post = async (path: string, sid = 's') => {
      const response = await fetch(`${origin}${path}`, { method: 'POST', body: 'body', headers: { 'content-type': 'text/plain', ...(sid ? { 'x-sid': sid } : {}) } });
      const text = await response.text();
      const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
      return { status: response.status, headers: response.headers, text, problem: isProblem ? JSON.parse(text) as Record<string, unknown> : undefined };
    };
    answer = yes;
    assert.deepEqual([(await post('/pay')).status, (await post('/pay')).text], [200, 'done false']);

    answer = challenge;
    const challenged = await post('/pay');
    assert.equal(challenged.status, 401);
    assert.equal(challenged.headers.get('www-authenticate'),
      'Bearer error="insufficient_user_authentication", error_description="the person has to confirm this", acr_values="urn:limen:acr:mfa urn:limen:acr:phr", max_age="0"');
    assert.deepEqual(challenged.problem?.['step_up'], {
      acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr', max_age: 300, prompt: 'login',
      authorization_details: [{ type: 'urn:limen:transaction', action: 'order.pay', amount: '5', currency: 'EUR' }],
    });
    assert.equal(challenged.headers.get('cache-control'), 'no-store');
    assert.deepEqual([(await post('/page')).status, (await post('/page')).text], [401, 'a page about step-up']);

    answer = wait;
    const waiting = await post('/pay');
    assert.deepEqual([waiting.status, waiting.problem?.['code'], waiting.problem?.['until']], [403, 'delay', '2030-01-01T00:00:00.000Z']);
    answer = no;
    assert.deepEqual([(await post('/pay')).status, (await post('/pay')).problem?.['codes']], [403, ['cancelled']]);

    const asked = point.asked.length;
    const nobody = await post('/pay', '');
    assert.deepEqual([nobody.status, nobody.headers.get('www-authenticate'), point.asked.length], [401, 'Bearer', asked]);

    answer = 'garbage';
    const unanswered = await post('/pay');
    assert.deepEqual([unanswered.status, unanswered.problem?.['code']], [503, 'unanswered']);
    assert.equal((await post('/profile')).text, 'done true', 'and the handler knows that nobody said yes');

    answer = { status: 400, json: { code: 'request.invalid' } };
    assert.deepEqual([(await post('/profile')).status, (await post('/profile')).text], [500, 'failed']);
  });
}

test('a challenge is one header, whatever stands in it', () => {
  assert.equal(challengeOf({ acrValues: 'a"b\\c\r\nd é', maxAge: 9.7 }),
    'Bearer error="insufficient_user_authentication", error_description="the person has to confirm this", acr_values="abcd ", max_age="9"');
});
