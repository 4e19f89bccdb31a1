import type { Mail, MailAround, MailPart } from './mail.ts';

/** The text part of a mail: paragraphs, with addresses on lines of their own. */
export function mailAsText({ parts }: Mail, { greeting, signature, footer }: MailAround): string {
  return `${[greeting, ...parts.map(partAsText), ...(signature === undefined ? [] : [signature]), '--', footer].join('\n\n')}\n`;
}

function partAsText(part: MailPart): string {
  switch (part.kind) {
    case 'text': return part.text;
    case 'code': return `    ${part.code}`;
    case 'action': return `${part.label}:\n${part.address}`;
    case 'facts': return part.facts.map(([term, value]) => `${term}: ${value}`).join('\n');
  }
}
