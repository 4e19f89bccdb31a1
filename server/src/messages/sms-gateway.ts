import { createHmac } from 'node:crypto';
import { fail, second } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';
import { UndeliverableMail, type OutgoingText, type TextTransport } from './messages.ts';
import { checkNumber } from './recipient.ts';

/** The operator's own server, which hands texts on to whichever provider they have. */
export interface SmsGateway {
  readonly url: string;
  /** The key that calls are signed with, as `gatewaySecretOf` reads it. */
  readonly secret: Buffer;
}

/** Together with the bounds of `outbound`, far below the time that a worker holds a message for. */
const longestCall = 10 * second;
/** Nothing of the answer's body is used. */
const longestAnswer = 4 * 1024;
/** Six parts of a text with letters beyond GSM's alphabet; more would be a letter. */
const longestText = 400;

/**
 * Reads `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks writes keys.
 * @throws config.invalid
 */
export function gatewaySecretOf(text: string): Buffer {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1] ?? '';
  const secret = Buffer.from(encoded, 'base64');
  if (secret.length < 24 || secret.length > 64) {
    fail('config.invalid', { faults: [{
      at: 'LIMEN_SMS_SECRET', problem: 'is not whsec_ and 24 to 64 bytes in base64',
      remedy: 'Make one: echo "whsec_$(openssl rand -base64 32)".',
    }] });
  }
  return secret;
}

/**
 * Hands texts over by HTTP: POST, `{"id", "to", "text"}` as JSON, signed as Standard Webhooks 1.0.0 has it (headers
 * `webhook-id`, `webhook-timestamp`, `webhook-signature`). Any 2xx takes the text over; the id stays the same when it
 * comes again.
 */
export function smsGateway(outbound: Pick<Outbound, 'request'>, { url, secret }: SmsGateway): TextTransport {
  return {
    send: async (text) => {
      checkNumber(text.to);
      const body = JSON.stringify({ id: text.id, to: text.to, text: [...text.text].slice(0, longestText).join('') });
      const { status } = await outbound.request({
        url, method: 'POST', body, timeoutMs: longestCall, maxBytes: longestAnswer,
        headers: { 'content-type': 'application/json', 'user-agent': 'Limen', ...signatureOf(text, body, secret) },
      });
      if (status >= 200 && status < 300) return;
      const problem = `the gateway for texts answered ${status}`;
      throw refusesForGood.has(status) ? new UndeliverableMail(problem) : new Error(problem);
    },
  };
}

/** What is about this text. Keys, addresses and limits of the gateway are the operator's to mend, and the text can wait. */
const refusesForGood: ReadonlySet<number> = new Set([400, 413, 422]);

function signatureOf({ id, at }: OutgoingText, body: string, secret: Buffer): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / second));
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
