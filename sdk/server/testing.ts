/** A decision point over real HTTP that answers as a test says, for what a real one can't be made to do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export interface Asked { readonly path: string; readonly authorization: string | undefined; readonly key: string | undefined; readonly body: Record<string, unknown> }

/** One answer: JSON with a status, or whatever is done with the response; `hang` gives none at all. */
export type Answer = { readonly status?: number; readonly json: unknown; readonly headers?: Record<string, string> }
  | 'hang' | 'reset' | 'garbage';

export async function decisionPoint(answers: (asked: Asked, count: number) => Answer) {
  const asked: Asked[] = [];
  const connections = new Set<unknown>();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    connections.add(request.socket);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const question = {
        path: request.url ?? '', authorization: request.headers.authorization, key: request.headers['idempotency-key'] as string | undefined,
        body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
      };
      asked.push(question);
      const answer = answers(question, asked.length);
      if (answer === 'hang') return;
      if (answer === 'reset') request.socket.destroy();
      else if (answer === 'garbage') response.end('<html>');
      else response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers }).end(JSON.stringify(answer.json));
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => { server.closeAllConnections(); server.close(); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, connections, server };
}

export const yes: Answer = { json: { decision: true, context: { id: 'd-1', response: 'allow', reason_admin: { codes: [] } } } };
export const challenge: Answer = {
  json: {
    decision: false, context: {
      id: 'd-2', response: 'challenge', reason_admin: { codes: ['device-unknown'] }, acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr',
      max_age: 300, prompt: 'login', authorization_details: [{ type: 'urn:limen:transaction', action: 'order.pay', amount: '5', currency: 'EUR' }],
    },
  },
};
export const wait: Answer = { json: { decision: false, context: { id: 'd-3', delay_until: '2030-01-01T00:00:00.000Z', reason_admin: { codes: ['young'] } } } };
export const no: Answer = { json: { decision: false, context: { id: 'd-4', response: 'deny', reason_admin: { codes: ['cancelled'] } } } };
