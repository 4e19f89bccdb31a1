import { createHash } from 'node:crypto';
import type { Branding } from '../../contract/policy/index.ts';
import { contrast, formatColour, parseColour, readableOn, withContrast, type Rgb } from './colour.ts';

/** Surfaces of `styles/pages.css` that the accent meets, light and dark; a test holds the two together. */
export const surfaces = { light: ['#faf7f2', '#fffdfa'], dark: ['#151311', '#1c1917'] } as const;
const inks = [parseColour('#ffffff'), parseColour('#1f1b16'), parseColour('#000000')];

interface AccentColours {
  /** Ground of the primary button. */
  readonly accent: Rgb;
  readonly onAccent: Rgb;
  /** Links and the ring of focus. */
  readonly accentText: Rgb;
}

/** The operator's accent as the pages use it: the button keeps the colour given as long as it can be seen. */
function accentOn(given: Rgb, scheme: 'light' | 'dark'): AccentColours {
  const grounds = surfaces[scheme].map(parseColour);
  const way = scheme === 'light' ? 'darker' : 'lighter';
  const visible = grounds.every((ground) => contrast(given, ground) >= 3);
  const accent = visible ? given : withContrast(given, grounds, 3, way);
  return { accent, onAccent: readableOn(accent, inks), accentText: withContrast(given, grounds, 4.6, way) };
}

/** A population's own colours as a stylesheet, for light and dark; every pair in it can be read (WCAG 2.2 §1.4.3). */
export function brandStylesheet(branding: Branding): string {
  const rule = (scheme: 'light' | 'dark'): string => {
    const { accent, onAccent, accentText } = accentOn(parseColour(branding.accent), scheme);
    return `:root{--accent:${formatColour(accent)};--on-accent:${formatColour(onAccent)};`
      + `--accent-text:${formatColour(accentText)}}`;
  };
  return `${rule('light')}@media(prefers-color-scheme:dark){${rule('dark')}}\n`;
}

/** The accent on a light ground, for where no stylesheet reaches. */
export function accentOf(branding: Branding): { readonly accent: string; readonly onAccent: string } {
  const { accent, onAccent } = accentOn(parseColour(branding.accent), 'light');
  return { accent: formatColour(accent), onAccent: formatColour(onAccent) };
}

/** Where the stylesheet of a population is served; the query changes with its content. */
export function brandStylesheetPath(slug: string, branding: Branding): string {
  const version = createHash('sha256').update(brandStylesheet(branding)).digest('base64url').slice(0, 8);
  return `/${encodeURIComponent(slug)}/brand.css?v=${version}`;
}
