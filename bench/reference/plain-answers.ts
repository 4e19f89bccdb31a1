/** Fastify as it comes, which reads a question and answers the same JSON every time: what a decision over HTTP is compared with. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { answerCalls } from '../processes/answer-calls.ts';

answerCalls({
  start: async () => {
    const app = Fastify();
    app.post('/access/v1/evaluation', async () => ({
      decision: false,
      context: {
        id: randomUUID(), response: 'challenge', reason_admin: { codes: ['device-unknown'] },
        reason_user: { en: 'Confirm that it is you, then try again.' }, acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr', max_age: 300, prompt: 'login',
      },
    }));
    await app.listen({ host: '127.0.0.1', port: 0 });
    return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  },
});
