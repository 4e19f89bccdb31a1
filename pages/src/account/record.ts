import type { AccountPage, OwnActivity, OwnConnection } from '../../../contract/account.ts';
import { html, type Markup } from '../html.ts';
import { namePermission } from '../name-permission.ts';
import type { WordKey } from '../words/en/index.ts';
import { actForm, moment, type AccountContext, type AccountView } from './account-context.ts';

/** What happened in the account, newest first. */
export function drawActivity(
  { activities, earlier, notMe }: Extract<AccountPage, { page: 'activity' }>, context: AccountContext,
): AccountView {
  const { say, frame } = context;
  return {
    title: say('account.activity'),
    lead: say('account.activity.text'),
    body: html`${activities.length === 0 ? html`<p class="empty">${say('account.activity.none')}</p>`
      : html`<ul class="rows">${activities.map((each) => activityRow(each, context))}</ul>`}
${earlier !== null && html`<p><a class="secondary" href="${frame.base}/activity?before=${earlier}">${say('account.activity.earlier')}</a></p>`}
<section aria-labelledby="not-me"><h2 id="not-me">${say('account.not-me')}</h2><p class="lead">${say('account.not-me.text')}</p>
<p><a class="secondary" href="${notMe}">${say('account.not-me.act')}</a></p></section>`,
  };
}

function activityRow({ at, what, about, session, decided }: OwnActivity, context: AccountContext): Markup {
  const { say } = context;
  const known = about === null ? undefined : kinds[about];
  const told = known ? say(known) : about;
  const end = session === null ? null : actForm(context, '/sessions/end', say('account.end'), {
    fields: { session }, about: say('account.end-named', { name: about ?? say('account.device-unknown') }),
  });
  return html`<li><div class="what"><strong>${say(`account.did.${what}`)}</strong>
${told !== null && html`<span><bdi>${told}</bdi></span>`}${decided && html`<span>${say(`account.decided.${decided.response}`)}</span>`}<span>${moment(context, at)}</span>${decided?.because.map((each) => html`<span>${say(`because.${each}`)}</span>`)}</div>${end}</li>`;
}

const kinds: Readonly<Record<string, WordKey>> = {
  'passkey': 'account.kind.passkey', 'password': 'account.kind.password', 'totp': 'account.kind.totp', 'email-code': 'account.kind.email-code', 'sms-code': 'account.kind.sms-code',
  'invitation': 'account.kind.invitation', 'recovery-code': 'account.kind.recovery-code',
};

/** Applications of others with what they were let have, and the texts that were agreed to. */
export function drawConnections(
  { connections, receipts }: Extract<AccountPage, { page: 'connections' }>, context: AccountContext,
): AccountView {
  const { say } = context;
  return {
    title: say('account.connections'),
    lead: say('account.connections.text'),
    body: html`${connections.length === 0 ? html`<p class="empty">${say('account.connections.none')}</p>`
      : html`<ul class="rows">${connections.map((each) => connectionRow(each, context))}</ul>`}
${receipts.length > 0 && html`<section aria-labelledby="agreed"><h2 id="agreed">${say('account.agreed')}</h2>
<ul class="rows">${receipts.map(({ text, version, acceptedAt }) => html`<li><div class="what"><strong><bdi>${text}</bdi></strong>
<span>${say('account.agreed.version', { version })}</span><span>${moment(context, acceptedAt)}</span></div></li>`)}</ul></section>`}`,
  };
}

function connectionRow({ client, name, scopes, since }: OwnConnection, context: AccountContext): Markup {
  const { say } = context;
  const act = actForm(context, '/connections/end', say('account.disconnect'), {
    fields: { client }, about: say('account.disconnect-named', { name }),
  });
  return html`<li><div class="what"><strong><bdi>${name}</bdi></strong><span>${say('account.connected')} ${moment(context, since)}</span>
${scopes.map((scope) => html`<span>${namePermission(say, 'scope', scope)}</span>`)}</div>${act}</li>`;
}

export function drawExport(context: AccountContext): AccountView {
  const { say } = context;
  return {
    title: say('account.export'), lead: say('account.export.text'),
    body: actForm(context, '/export', say('account.export.act'), { primary: true }),
  };
}

/** Asks before an account goes, and says what goes with it and until when it can be kept. */
export function drawDelete({ days }: Extract<AccountPage, { page: 'delete' }>, context: AccountContext): AccountView {
  const { say, frame } = context;
  return {
    title: say('account.delete.title'), lead: say('account.delete.text', { brand: frame.branding.name }),
    body: html`<ul class="points"><li>${say('account.delete.wait', { days })}</li><li>${say('account.delete.keep')}</li>
<li>${say('account.delete.gone')}</li></ul>${actForm(context, '/delete', say('account.delete.act'), { primary: true })}`,
  };
}
