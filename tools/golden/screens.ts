import { renderAccount, renderScreen } from '../../pages/index.ts';
import { sampleAccountFrame, sampleAccountPages, sampleFrame, sampleScreens } from '../../pages/testing.ts';
import { generatedNote, one, type Golden } from './golden.ts';

/** One that is read from left to right, and one from right to left. */
const languages = ['en', 'ar'] as const;

/** What people read and can press at every screen, so that a change of one is seen where changes are reviewed. */
export const screens: Golden = {
  name: 'screens',
  make: async () => one('docs/reference/screens.md', `# Screens

${generatedNote} Source: \`pages/src/samples*.ts\`.

Every screen that people meet, as they read it from the top: \`#\` a heading, \`[ ]\` a field with what browsers and
password managers are told of it, \`( )\` a button, \`< >\` a link, \`!\` what is announced. Whoever changes a screen reviews
the change here, in English and in Arabic.

${[
    ...Object.keys(sampleScreens).map((name) => section(name, (locale) => renderScreen(sampleFrame(name, locale)))),
    ...Object.keys(sampleAccountPages).map((name) => section(name, (locale) => renderAccount(sampleAccountFrame(name, locale)))),
  ].join('\n')}`),
};

function section(name: string, draw: (locale: string) => string): string {
  return `## ${name}\n${languages.map((locale) => `\n\`\`\`text\n${outlineOf(draw(locale)).join('\n')}\n\`\`\`\n`).join('')}`;
}

const unseen = /<(svg|template|script|style|head)\b[\s\S]*?<\/\1>|<input type="hidden"[^>]*>/g;
const parts = /<(h[1-6]|button|a|label)\b([^>]*)>([\s\S]*?)<\/\1>|<input\b([^>]*)>|<(?:p|div|section)\b[^>]*role="(?:alert|status)"[^>]*>([\s\S]*?)<\/(?:p|div|section)>|<[^>]*>|([^<]+)/g;

/** A page's own words in the order of reading, a line each. */
export function outlineOf(page: string): readonly string[] {
  const lines: string[] = [];
  for (const [, element, , inside = '', input, said, text] of page.replace(unseen, '').matchAll(parts)) {
    if (input !== undefined) lines.push(`[${fieldOf(input)}]`);
    else if (said !== undefined) lines.push(`! ${wordsOf(said)}`);
    else if (element === 'button') lines.push(`(${wordsOf(inside)})`);
    else if (element === 'a') lines.push(`<${wordsOf(inside)}>`);
    else if (element?.startsWith('h')) lines.push(`${'#'.repeat(Number(element[1]))} ${wordsOf(inside)}`);
    else lines.push(wordsOf(element === 'label' ? inside : text ?? ''));
  }
  return lines.filter((line) => line.trim() !== '');
}

const shown = ['type', 'autocomplete', 'inputmode', 'value', 'aria-label', 'readonly', 'aria-invalid'];

function fieldOf(given: string): string {
  const attributes = [...given.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].filter(([, name]) => shown.includes(name!));
  return attributes.map(([, name, value]) => (value === undefined ? name : `${name}=${value}`)).join(' ');
}

const wordsOf = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
