import { fail, randomToken, type Randomness } from '../kernel/index.ts';
import type { Config } from './config.ts';
import { isOnLoopback } from './origins.ts';

/** How mail leaves: by a mail server, or into the development inbox behind a token. */
export type MailWay =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'inbox'; readonly token: string };

/**
 * The inbox shows codes and links, so it exists only where nobody but this machine can reach it.
 * @throws messages.unconfigured where neither is possible, config.invalid where the sender is missing
 */
export function findMailWay(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'bind' | 'url'>, random: Randomness): MailWay {
  if (config.smtpUrl) {
    const from = config.mailFrom
      ?? fail('config.invalid', { faults: [{ at: 'LIMEN_MAIL_FROM', problem: 'is needed together with LIMEN_SMTP_URL' }] });
    return { kind: 'smtp', url: config.smtpUrl.reveal(), from };
  }
  if (!isOnLoopback(config)) fail('messages.unconfigured');
  return { kind: 'inbox', token: randomToken(random, 16) };
}
