import { fail, randomToken, type Randomness } from '../kernel/index.ts';
import { gatewaySecretOf, type SmsGateway } from '../messages/index.ts';
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

/**
 * The operator's gateway for texts, if there is one. Which hosts may be called at all is for `outbound`.
 * @throws config.invalid where one of the two settings is missing or wrong
 */
export function findTextGateway({ smsUrl, smsSecret }: Pick<Config, 'smsUrl' | 'smsSecret'>): SmsGateway | undefined {
  const fault = (at: string, problem: string): never => fail('config.invalid', { faults: [{ at, problem }] });
  if (smsUrl === undefined) return smsSecret ? fault('LIMEN_SMS_URL', 'is needed together with LIMEN_SMS_SECRET') : undefined;
  const url = URL.canParse(smsUrl) ? new URL(smsUrl) : fault('LIMEN_SMS_URL', 'is no URL');
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.hash !== '') {
    fault('LIMEN_SMS_URL', 'must be a web address without user or fragment, like https://texts.example.com/send');
  }
  if (!smsSecret) return fault('LIMEN_SMS_SECRET', 'is needed together with LIMEN_SMS_URL');
  return { url: url.href, secret: gatewaySecretOf(smsSecret.reveal()) };
}
