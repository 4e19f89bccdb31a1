import { createHash } from 'node:crypto';
import { accentOn, formatColour, type Brand, type ColourScheme } from '../../contract/policy/index.ts';

/** Families that devices bring, each with others behind it for letters that it lacks. */
const families: Readonly<Record<NonNullable<Brand['typeface']>, string>> = {
  system: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",sans-serif',
  serif: '"Iowan Old Style",Charter,"Palatino Linotype",Georgia,"Noto Serif",serif',
  humanist: 'Optima,Seravek,"Gill Sans Nova",Candara,Ubuntu,Calibri,"Noto Sans",sans-serif',
  rounded: 'ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,"Arial Rounded MT Bold",Nunito,"Noto Sans",sans-serif',
};
const corners: Readonly<Record<NonNullable<Brand['corners']>, string>> = { sharp: '2px', soft: '8px', round: '18px' };

/** What stands in for fonts in a stylesheet, and in the style attributes of mails. */
export const familyOf = ({ typeface = 'system' }: Brand): string => families[typeface];
export const cornerOf = ({ corners: size = 'soft' }: Brand): string => corners[size];

/**
 * A population's own look as a stylesheet, for light and dark; every pair of colours in it can be read (WCAG 2.2
 * §1.4.3). Nothing in it is an operator's own text: colours and names of files have a fixed form, the rest is chosen.
 */
export function brandStylesheet(brand: Brand): string {
  const rule = (scheme: ColourScheme): string => {
    const { accent, onAccent, accentText } = accentOn(brand, scheme);
    return `:root{--accent:${formatColour(accent)};--on-accent:${formatColour(onAccent)};`
      + `--accent-text:${formatColour(accentText)}}`;
  };
  const shown = brand.preview?.scheme;
  const colours = shown ? rule(shown) : `${rule('light')}@media(prefers-color-scheme:dark){${rule('dark')}}`;
  return `${colours}${shapeOf(brand)}${fontOf(brand)}\n`;
}

function shapeOf(brand: Brand): string {
  return brand.corners === undefined ? '' : `:root{--corner:${cornerOf(brand)}}`;
}

/** `swap` shows words before the file is there. As strong as what the pages say for a language, which comes before it. */
function fontOf(brand: Brand): string {
  if (brand.font === undefined) return brand.typeface === undefined ? '' : `:root body{font-family:${familyOf(brand)}}`;
  const face = brand.preview ? `/* ${brand.font} */` : '@font-face{font-family:Brand;font-display:swap;font-weight:100 900;'
    + `src:url("brand/${brand.font}") format("woff2")}`;
  return `${face}:root body{font-family:Brand,${familyOf(brand)}}`;
}

/** The accent on a light ground, for where no stylesheet reaches. */
export function accentOf(brand: Brand): { readonly accent: string; readonly onAccent: string } {
  const { accent, onAccent } = accentOn(brand, 'light');
  return { accent: formatColour(accent), onAccent: formatColour(onAccent) };
}

/** Where the stylesheet of a population, or of one of its applications, is served; `v` changes with its content. */
export function brandStylesheetPath(slug: string, brand: Brand): string {
  const version = createHash('sha256').update(brandStylesheet(brand)).digest('base64url').slice(0, 8);
  const of = brand.application === undefined ? '' : `&of=${encodeURIComponent(brand.application)}`;
  return `/${encodeURIComponent(slug)}/brand.css?v=${version}${of}`;
}

/** Where a picture of a look is served. */
export function brandPicturePath(slug: string, { preview }: Brand, name: string): string {
  return preview ? `#${name}` : `/${encodeURIComponent(slug)}/brand/${name}`;
}
