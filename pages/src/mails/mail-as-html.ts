import { html, raw, type Markup } from '../html.ts';
import { directionOf, type Locale } from '../locale.ts';
import type { Mail, MailAround, MailPart } from './mail.ts';

export interface MailLook {
  readonly locale: Locale;
  readonly brand: string;
  readonly family: string;
  readonly corner: string;
  readonly accent: string;
  readonly onAccent: string;
}

/** Inline styles, since mail programs drop all others; colours of text are left to the reader's own scheme. */
const styles = {
  body: 'margin:0;padding:0',
  sheet: 'max-width:520px;margin:0 auto;padding:32px 24px;'
    + 'font-size:16px;line-height:1.5',
  brand: 'margin:0 0 24px;font-weight:600',
  text: 'margin:0 0 16px',
  code: 'margin:0 0 16px;font:600 28px/40px ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px',
  term: 'padding:8px 16px 8px 0;vertical-align:top;opacity:.75',
  value: 'padding:8px 0',
  table: 'margin:0 0 16px;border-collapse:collapse;font-size:14px',
  signature: 'margin:24px 0 0;white-space:pre-line',
  footer: 'margin:32px 0 0;padding:16px 0 0;border-top:1px solid #cfc6b8;font-size:13px;opacity:.75',
} as const;
const style = (name: keyof typeof styles): Markup => raw(` style="${styles[name]}"`);

/** The HTML part of a mail: the same words as the text part, in the same order. */
export function mailAsHtml({ subject, parts }: Mail, around: MailAround, look: MailLook): string {
  const { greeting, signature, footer } = around;
  return `<!doctype html>\n${html`<html lang="${look.locale}" dir="${directionOf(look.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${subject}</title>
</head>
<body${style('body')}>
<div${raw(` style="${styles.sheet};font-family:${look.family}"`)}>
<p${style('brand')}>${look.brand}</p>
<p${style('text')}>${greeting}</p>
${parts.map((part) => html`${partAsHtml(part, look)}\n`)}${signature !== undefined && html`<p${style('signature')} dir="auto">${signature}</p>
`}<p${style('footer')}>${footer}</p>
</div>
</body>
</html>
`}`;
}

function partAsHtml(part: MailPart, look: MailLook): Markup {
  switch (part.kind) {
    case 'text': return html`<p${style('text')}>${part.text}</p>`;
    case 'code': return html`<p${style('code')} dir="ltr">${part.code}</p>`;
    case 'action': return actionAsHtml(part.label, part.address, look);
    case 'facts': return html`<table role="presentation"${style('table')}>${part.facts.map(([term, value]) =>
      html`<tr><td${style('term')}>${term}</td><td${style('value')} dir="auto">${value}</td></tr>`)}</table>`;
  }
}

/** A button, and the address in full for those who look before they click, or can't click. */
function actionAsHtml(label: string, address: string, { accent, onAccent, corner }: MailLook): Markup {
  const button = raw(` style="display:inline-block;padding:12px 20px;border-radius:${corner};background:${accent};`
    + `color:${onAccent};font-weight:600;text-decoration:none"`);
  return html`<p${style('text')}><a href="${address}"${button}>${label}</a></p>
<p${raw(' style="margin:0 0 16px;font-size:13px;word-break:break-all"')} dir="ltr">${address}</p>`;
}
