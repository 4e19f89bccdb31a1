import { html, type Html } from './html.ts';

export interface PageFrame {
  /** Chooses the hue: `shop`, `intranet` or `job`. */
  readonly kind: 'shop' | 'intranet' | 'job';
  readonly name: string;
  readonly title: string;
  readonly navigation?: readonly Html[];
  readonly footer: string;
  /** Seconds after which the browser asks for the page anew. */
  readonly again?: number;
}

/** A whole page of an example application. */
export function page(frame: PageFrame, content: Html): string {
  const { markup } = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${frame.again === undefined ? undefined : html`<meta http-equiv="refresh" content="${String(frame.again)}">`}
<title>${frame.title} · ${frame.name}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body class="${frame.kind}">
<header><div>
<a class="mark" href="/"><span></span>${frame.name}</a>
${frame.navigation ? html`<nav aria-label="Main">${frame.navigation}</nav>` : undefined}
</div></header>
<main>${content}</main>
<footer>${frame.footer}</footer>
</body>
</html>`;
  return `<!doctype html>\n${markup}\n`;
}

export interface Message {
  readonly kind?: 'good' | 'bad';
  readonly text: string;
}

/** Announced by screen readers when the page opens. */
export function note(message: Message | undefined): Html | undefined {
  if (!message) return undefined;
  const kind = message.kind ? ` ${message.kind}` : '';
  return html`<div class="note${kind}" role="status"><p>${message.text}</p></div>`;
}

/** Terms and what they are; a fact that is absent shows a dash. */
export function factList(facts: Readonly<Record<string, string | undefined>>): Html {
  const rows = Object.entries(facts).map(([term, value]) => html`<dt>${term}</dt><dd>${value ?? '–'}</dd>`);
  return html`<dl>${rows}</dl>`;
}

/** Words for what a session proved; the identifier itself stays visible beside it. */
export function assuranceWords(acr: string | undefined): string | undefined {
  const words: Readonly<Record<string, string>> = {
    'urn:limen:acr:basic': 'One factor', 'urn:limen:acr:mfa': 'Two factors',
    'urn:limen:acr:phr': 'Phishing-resistant',
  };
  return acr === undefined ? undefined : `${words[acr] ?? 'Other'} (${acr})`;
}
