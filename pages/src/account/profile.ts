import type { AccountPage, OwnField } from '../../../contract/account.ts';
import { attributes, html, type Child, type Markup } from '../html.ts';
import { icons } from '../mark.ts';
import { noticeBanner, noticeText } from '../notice.ts';
import { languageField, selectField, toldInputs } from '../profile-fields.ts';
import { actForm, type AccountContext, type AccountView } from './account-context.ts';

type Profile = Extract<AccountPage, { page: 'profile' }>;

/** What somebody set and told, to be changed; what they need not tell can be taken back. */
export function drawProfile(page: Profile, context: AccountContext): AccountView {
  const { say } = context;
  const optional = page.fields.flatMap(({ kept, label, ...each }) => (kept === null ? [] : [{ ...each, name: label, value: kept }]));
  return {
    title: say('account.profile'),
    lead: say('account.profile.text'),
    body: html`${mainForm(page, context)}
${section(context, 'profile.addresses', html`<ul class="rows">${page.addresses.map((each) => html`<li><bdi>${each}</bdi></li>`)}</ul>${
  page.mayChangeAddress && html`<p><a class="secondary" href="${context.frame.base}/address">${say('profile.addresses.change')}</a></p>`}`)}
${optional.length > 0 && section(context, 'profile.optional', rows(context, optional))}
${page.others.length > 0 && section(context, 'profile.told', rows(context, page.others.map((each) => ({ ...each, name: each.attribute }))))}`,
  };
}

function section({ say }: AccountContext, heading: 'profile.addresses' | 'profile.optional' | 'profile.told', body: Child): Markup {
  return html`<section aria-labelledby="${heading}"><h2 id="${heading}">${say(heading)}</h2>
<p class="lead">${say(`${heading}.text`)}</p>${body}</section>`;
}

function rows(context: AccountContext, told: readonly { attribute: string; name: string; value: string; purpose: string }[]): Markup {
  const { say } = context;
  return html`<ul class="rows">${told.map(({ attribute, name, value, purpose }) => html`<li><div class="what"><strong><bdi>${name}</bdi></strong>
<span><bdi>${value}</bdi></span><span><bdi>${purpose}</bdi></span></div>${actForm(context, '/profile/take-back', say('profile.take-back'), {
    fields: { attribute }, about: say('profile.take-back-named', { name }),
  })}</li>`)}</ul>`;
}

function mainForm(page: Profile, context: AccountContext): Markup {
  const { say, frame } = context;
  const name = page.mayName && textField(context, page, {
    name: 'displayName', label: say('profile.name'), value: page.displayName,
    input: { type: 'text', maxlength: 120, autocomplete: 'name', dir: 'auto' },
  });
  const zones = [{ value: '', label: say('profile.time-zone.none') }, ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))];
  return html`<form method="post" action="${frame.base}/profile">
<input type="hidden" name="formToken" value="${frame.formToken}">
${name}${languageField(say, page.locale)}${selectField('timeZone', say('profile.time-zone'), say('profile.time-zone.hint'), zones, page.timeZone)}${
  page.fields.map((each) => toldField(context, page, each))}
<button class="primary" type="submit" data-busy="${say('sending')}">${say('save')}</button></form>`;
}

function toldField(context: AccountContext, page: Profile, { name, type, label, purpose, required, value }: OwnField): Markup {
  return textField(context, page, {
    name, label: required ? label : context.say('collect.optional', { label }), hint: purpose, value,
    input: { ...toldInputs[type], required, autocomplete: 'off' },
  });
}

interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly input: Readonly<Record<string, string | number | boolean>>;
}

function textField({ say }: AccountContext, { fault }: Pick<Profile, 'fault'>, { name, label, hint, value, input }: TextField): Markup {
  const wrong = fault?.field === name ? noticeText(say, { code: fault.code, kind: 'error' }) : undefined;
  const described = [wrong && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ');
  const given = attributes({
    id: name, name, value, ...input, 'aria-invalid': wrong ? 'true' : undefined, 'aria-describedby': described || undefined,
    autofocus: wrong !== undefined,
  });
  return html`<div class="field${wrong ? ' wrong' : ''}"><label for="${name}">${label}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
    wrong && html`<p class="fault" id="${name}-fault" role="alert">${icons.fault}<span>${wrong}</span></p>`}
<div class="box"><input${given}></div></div>
`;
}

/** Another address in the place of one of theirs. */
export function drawAddress({ addresses, former, typed, problem }: Extract<AccountPage, { page: 'address' }>, context: AccountContext): AccountView {
  const { say, frame } = context;
  const which = addresses.length > 1
    ? html`<fieldset class="field"><legend>${say('address.former')}</legend>${addresses.map((each) => html`<label class="choice"><input${
      attributes({ type: 'radio', name: 'former', value: each, checked: each === former })}><bdi>${each}</bdi></label>`)}</fieldset>`
    : html`<p class="aside">${say('address.former')}: <bdi>${former}</bdi></p><input type="hidden" name="former" value="${former}">`;
  return {
    title: say('address.title'), lead: say('address.text'),
    body: html`${problem !== null && noticeBanner(noticeText(say, { code: problem, kind: 'error' }), 'error')}
<form method="post" action="${frame.base}/address">
<input type="hidden" name="formToken" value="${frame.formToken}">${which}
<div class="field"><label for="address">${say('address.new')}</label>
<div class="box"><input${attributes({ id: 'address', name: 'address', type: 'email', required: true, maxlength: 254, autocomplete: 'email', dir: 'ltr', value: typed, 'aria-invalid': problem === null ? undefined : 'true' })}></div></div>
<button class="primary" type="submit" data-busy="${say('sending')}">${say('address.send')}</button></form>`,
  };
}

/** The code that went to it. */
export function drawProveAddress({ former, address, problem }: Extract<AccountPage, { page: 'prove-address' }>, context: AccountContext): AccountView {
  const { say, frame } = context;
  return {
    title: say('address.prove.title'), lead: say('address.prove.text', { address }),
    body: html`${problem !== null && noticeBanner(noticeText(say, { code: problem, kind: 'error' }), 'error')}
<form method="post" action="${frame.base}/address/prove">
<input type="hidden" name="formToken" value="${frame.formToken}">
<input type="hidden" name="former" value="${former}"><input type="hidden" name="address" value="${address}">
<div class="field"><label for="code">${say('address.prove.label')}</label><div class="box"><input${attributes({
    id: 'code', name: 'code', type: 'text', class: 'code', inputmode: 'numeric', autocomplete: 'one-time-code', spellcheck: 'false',
    autocapitalize: 'off', dir: 'ltr', required: true, autofocus: true, 'aria-invalid': problem === null ? undefined : 'true',
  })}></div></div>
<button class="primary" type="submit" data-busy="${say('sending')}">${say('address.prove.submit')}</button></form>
<p><a class="back" href="${frame.base}/address">${say('address.prove.other')}</a></p>`,
  };
}
