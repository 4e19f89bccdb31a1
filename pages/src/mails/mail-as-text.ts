import { colonIn, type Locale } from '../locale.ts';
import type { Mail, MailAround, MailPart } from './mail.ts';

/** The text part of a mail: paragraphs, with addresses on lines of their own. */
export function mailAsText({ parts }: Mail, { greeting, signature, footer }: MailAround, locale: Locale): string {
  const words = parts.map((part) => partAsText(part, colonIn(locale)));
  return `${[greeting, ...words, ...(signature === undefined ? [] : [signature]), '--', footer].join('\n\n')}\n`;
}

function partAsText(part: MailPart, colon: string): string {
  switch (part.kind) {
    case 'text': return part.text;
    case 'code': return `    ${part.code}`;
    case 'action': return `${part.label}${colon.trimEnd()}\n${part.address}`;
    case 'facts': return part.facts.map(([term, value]) => `${term}${colon}${value}`).join('\n');
  }
}
