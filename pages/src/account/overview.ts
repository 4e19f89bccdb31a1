import type { AccountPage, OwnCredential, OwnSession } from '../../../contract/account.ts';
import { html, type Child, type Markup } from '../html.ts';
import { icons } from '../mark.ts';
import { actForm, moment, nameOf, type AccountContext, type AccountView } from './account-context.ts';

type Overview = Extract<AccountPage, { page: 'overview' }>;

/** Who is signed in where, with what the account is opened, and what to do about it. */
export function drawOverview(page: Overview, context: AccountContext): AccountView {
  const { say } = context;
  return {
    title: page.displayName ?? say('account.title'),
    lead: page.identifiers.map((each) => html`<span class="identifier"><bdi>${each}</bdi></span>`),
    body: html`${page.deletion && deletionOf(page.deletion, context)}${
      page.requests.length > 0 && section('account.requests', say('account.requests.text'), requestsOf(page, context))}${
      section('account.profile', say('account.profile.text'), html`<p><a class="secondary" href="${context.frame.base}/profile">${say('account.profile.way')}</a></p>`)}
${section('account.ways', say('account.ways.text'), waysOf(page, context))}
${section('account.codes', codesText(page, context), codesWay(page, context))}
${section('account.reach', say('account.reach.text'), html`<p><a class="secondary" href="${context.frame.base}/reach">${say('account.reach.way')}</a></p>`)}
${page.hasContacts && section('account.contacts', say('account.contacts.text'), html`<p><a class="secondary" href="${context.frame.base}/contacts">${say('account.contacts.way')}</a></p>`)}
${section('account.check-up', say('account.check-up.text'), html`<p><a class="secondary" href="${context.frame.base}/check-up">${say('account.check-up.start')}</a></p>`)}
${section('account.sessions', say('account.sessions.text'), sessionsOf(page, context))}
${section('account.record', say('account.record.text'), recordOf(page, context))}
${section('account.leave', say('account.leave.text'), actForm(context, '/sign-out', say('sign-out.submit')))}`,
  };

  type Heading = 'account.requests' | 'account.profile' | 'account.ways' | 'account.codes' | 'account.contacts' | 'account.reach' | 'account.check-up' | 'account.sessions'
    | 'account.record' | 'account.leave';
  function section(heading: Heading, text: string, body: Child): Markup {
    return html`<section aria-labelledby="${heading}"><h2 id="${heading}">${say(heading)}</h2>
<p class="lead">${text}</p>${body}</section>`;
  }
}

function requestsOf({ requests }: Overview, context: AccountContext): Markup {
  const { say, frame } = context;
  const rows = requests.map(({ id, application, askedAt }) => html`<li><div class="what"><strong><bdi>${application}</bdi></strong>
<span>${say('account.requests.asked')} ${moment(context, askedAt)}</span></div><a class="secondary" href="${
  frame.base.replace(/account$/, 'approve')}/${id}" aria-label="${say('account.requests.look-named', { name: application })}">${
  say('account.requests.look')}</a></li>`);
  return html`<ul class="rows">${rows}</ul>`;
}

/** While an account waits to be deleted its owner sees that first, and how to keep it. */
function deletionOf({ dueAt }: NonNullable<Overview['deletion']>, context: AccountContext): Markup {
  const { say } = context;
  return html`<section class="closing" aria-labelledby="closing"><h2 id="closing">${say('account.closing')}</h2>
<p class="lead">${say('account.closing.text')} ${moment(context, dueAt)}</p>${actForm(context, '/keep', say('account.keep'))}</section>
`;
}

function recordOf({ deletable, deletion }: Overview, { say, frame }: AccountContext): Markup {
  const ways = [
    ['activity', 'account.activity'], ['connections', 'account.connections'], ['export', 'account.export'],
    ...(deletable && !deletion ? [['delete', 'account.delete'] as const] : []),
  ] as const;
  return html`<ul class="rows">${ways.map(([path, word]) => html`<li><a class="onward" href="${frame.base}/${path}">${say(word)}${icons.onward}</a></li>`)}</ul>`;
}

export function waysOf({ credentials }: Pick<Overview, 'credentials'>, context: AccountContext): Markup {
  const shown = credentials.filter(({ kind }) => kind !== 'recovery-code');
  if (shown.length === 0) return html`<p class="empty">${context.say('account.ways.none')}</p>`;
  return html`<ul class="rows">${shown.map((each) => credentialRow(each, context))}</ul>`;
}

function credentialRow(credential: OwnCredential, context: AccountContext): Markup {
  const { say, frame } = context;
  const name = nameOf(context, credential);
  const used = credential.lastUsedAt ? html`${say('account.used')} ${moment(context, credential.lastUsedAt)}`
    : say('account.never-used');
  const named = say('account.remove-named', { name });
  const address = `${frame.base}/remove/${credential.id}`;
  const remove = credential.removable
    ? html`<a class="secondary" href="${address}" aria-label="${named}">${say('account.remove')}</a>`
    : html`<span class="note">${say('account.last-way')}</span>`;
  return html`<li><div class="what"><strong><bdi>${name}</bdi></strong>
<span>${say('account.added')} ${moment(context, credential.boundAt)}</span><span>${used}</span></div>${remove}</li>`;
}

export function codesText({ codesLeft }: Pick<Overview, 'codesLeft'>, { say }: AccountContext): string {
  return codesLeft > 0 ? say('account.codes.left', { count: codesLeft }) : say('account.codes.none');
}

export function codesWay({ codesLeft }: Pick<Overview, 'codesLeft'>, { say, frame }: AccountContext): Markup {
  const label = say(codesLeft > 0 ? 'account.codes.again' : 'account.codes.make');
  return html`<p><a class="secondary" href="${frame.base}/recovery-codes">${label}</a></p>`;
}

function sessionsOf({ sessions }: Overview, context: AccountContext): Markup {
  const others = sessions.some(({ isThis }) => !isThis);
  return html`<ul class="rows">${sessions.map((each) => sessionRow(each, context))}</ul>${
    others && actForm(context, '/sessions/end-others', context.say('account.end-others'))}`;
}

function sessionRow(session: OwnSession, context: AccountContext): Markup {
  const { say } = context;
  const name = session.device ?? say('account.device-unknown');
  const end = session.isThis ? html`<span class="note here">${say('account.this-one')}</span>`
    : actForm(context, '/sessions/end', say('account.end'), {
      fields: { session: session.id }, about: say('account.end-named', { name }),
    });
  return html`<li><div class="what"><strong><bdi>${name}</bdi></strong>
<span>${say('account.started')} ${moment(context, session.startedAt)}</span>
<span>${say('account.seen')} ${moment(context, session.lastSeenAt)}</span></div>${end}</li>`;
}
