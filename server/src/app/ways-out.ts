import { renderMail, renderText } from '../../../pages/index.ts';
import type { DoneIn } from '../../../contract/messages.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import {
  smsGateway, smtpTransport, type Inbox, type Message, type RenderMail, type RenderText, type TextTransport, type Transport,
} from '../messages/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Config } from './config.ts';
import { findTextGateway, type MailWay } from './mail-way.ts';

type Reports = Pick<Checkpoints, 'reportPath'>;

export interface WaysOut {
  readonly transport: Transport;
  readonly renderMail: RenderMail;
  /** Undefined where there is neither a gateway nor the inbox: no text leaves then. */
  readonly texts: { readonly transport: TextTransport; readonly render: RenderText } | undefined;
}

/** How mails and texts are written, and by which way each leaves. @throws config.invalid */
export function waysOut(config: Config, { mail, inbox, outbound, policies, checkpoints }: {
  mail: MailWay; inbox: Inbox; outbound: Outbound; policies: Policies; checkpoints: Reports;
}): WaysOut {
  const gateway = findTextGateway(config);
  const texts = gateway ? smsGateway(outbound, gateway) : mail.kind === 'inbox' ? inbox.texts : undefined;
  return {
    transport: mail.kind === 'smtp' ? smtpTransport(mail.url, mail.from) : inbox.transport,
    renderMail: mailRenderer(policies, checkpoints),
    texts: texts && { transport: texts, render: textRenderer(policies, checkpoints) },
  };
}

/** Messages that tell of something done, whose reader may say that it was not them. */
const notices: ReadonlySet<Message['kind']> = new Set([
  'credential-changed', 'action-delayed', 'action-news', 'notice', 'deletion', 'screen-let-in', 'recovery',
  'new-sign-in',
]);

function mailRenderer(policies: Policies, checkpoints: Reports): RenderMail {
  return async ({ message, locale, to, ...about }) => {
    const { branding, issuer } = await lookOf(policies, about.population);
    return renderMail({ message, locale, branding, to, ...reportOf(checkpoints, issuer, { message, ...about }) });
  };
}

function textRenderer(policies: Policies, checkpoints: Reports): RenderText {
  return async ({ message, locale, to, ...about }) => {
    const { branding, issuer } = await lookOf(policies, about.population);
    return renderText({ message, locale, branding, to, host: new URL(issuer).hostname, ...reportOf(checkpoints, issuer, { message, ...about }) });
  };
}

async function lookOf(policies: Policies, population: string) {
  const { content: { branding } } = await policies.current(population);
  return { branding, issuer: (await policies.population(population)).issuer };
}

/** Where the reader of a notice says that it was not them. */
function reportOf(
  checkpoints: Reports, issuer: string, { population, principal, message }: { population: string; principal?: string; message: Message },
): { reportUrl?: string } {
  if (principal === undefined || !notices.has(message.kind)) return {};
  const { credential, doneIn } = message as { readonly credential?: string; readonly doneIn?: DoneIn };
  return { reportUrl: `${issuer.replace(/\/$/, '')}${checkpoints.reportPath({ population, principal }, message.kind, { credential, doneIn })}` };
}
