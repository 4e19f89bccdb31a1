import { z } from 'zod';
import { duration, milliseconds } from '../../../../../contract/policy/duration.ts';
import { second } from '../../../kernel/index.ts';

/** What may be told to another server, and nothing else. What names the person is told only once something was proved. */
export const sendable = ['principal', 'email', 'purpose', 'application', 'acr', 'created'] as const;
export type Sendable = (typeof sendable)[number];

const longest = 5 * second;

/** A policy is read by many and kept for ever, so an address may carry nothing that could be a secret. */
const address = z.url({ protocol: /^https?$/, error: 'write a web address, like https://checks.example.org/sign-in' }).max(300)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  }, 'takes no user, query or fragment: a policy is no place for a secret, and the call is signed')
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url === undefined || url.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  }, 'must be https, but on this machine itself');

export const webhookConfig = z.strictObject({
  url: address,
  send: z.array(z.enum(sendable)).max(sendable.length).default([]),
  /** For the whole call; whoever waits for longer leaves by failed. */
  timeout: duration.refine((text) => milliseconds(text) <= longest, 'wait 5s at most').default('3s'),
});
export type WebhookConfig = z.infer<typeof webhookConfig>;
