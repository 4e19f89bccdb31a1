/** What becomes of an operator's accent colour, so that whatever it is, buttons and links can be read. */
import type { ColourScheme } from './branding.ts';
import { contrast, formatColour, parseColour, readableOn, withContrast, type Rgb } from './colour.ts';

/** Surfaces of the pages that the accent meets; a test of `pages` holds its stylesheet to them. */
export const surfaces = { light: ['#faf7f2', '#fffdfa'], dark: ['#151311', '#1c1917'] } as const;
const inks = [parseColour('#ffffff'), parseColour('#1f1b16'), parseColour('#000000')];

/** WCAG 2.2 §1.4.11 for what is told by shape, §1.4.3 for text. */
const least = { button: 3, link: 4.5 } as const;

export interface AccentColours {
  /** Ground of the primary button. */
  readonly accent: Rgb;
  readonly onAccent: Rgb;
  /** Links and the ring of focus. */
  readonly accentText: Rgb;
}

interface Accents { readonly accent: string; readonly accentDark?: string | undefined }
const givenFor = ({ accent, accentDark }: Accents, scheme: ColourScheme): Rgb => (
  parseColour(scheme === 'dark' ? accentDark ?? accent : accent));

/** The accent as the pages use it: the button keeps the colour given as long as it can be seen. */
export function accentOn(accents: Accents, scheme: ColourScheme): AccentColours {
  const given = givenFor(accents, scheme);
  const grounds = surfaces[scheme].map(parseColour);
  const way = scheme === 'light' ? 'darker' : 'lighter';
  const accent = worst(given, grounds) >= least.button ? given : withContrast(given, grounds, least.button, way);
  // A little more than needed, so that rounding in a browser takes none of it.
  return { accent, onAccent: readableOn(accent, inks), accentText: withContrast(given, grounds, least.link + 0.1, way) };
}

/** How well one use of the accent can be seen, and what it was changed to where that is not enough. */
export interface ContrastReading {
  readonly scheme: ColourScheme;
  readonly use: keyof typeof least;
  readonly given: string;
  /** Of the colour as given, 1 to 21, to one decimal, never rounded up. */
  readonly ratio: number;
  readonly needed: number;
  readonly used: string;
  readonly usedRatio: number;
}

/** A reading for buttons and for links, in light and in dark. */
export function contrastReadings(accents: Accents): readonly ContrastReading[] {
  return (['light', 'dark'] as const).flatMap((scheme) => {
    const given = givenFor(accents, scheme);
    const grounds = surfaces[scheme].map(parseColour);
    const { accent, accentText } = accentOn(accents, scheme);
    return ([['button', accent], ['link', accentText]] as const).map(([use, used]) => ({
      scheme, use, given: formatColour(given), ratio: tenths(worst(given, grounds)), needed: least[use],
      // A link is made a little stronger than it has to be; one that was good enough as given is not told of.
      used: formatColour(used), usedRatio: tenths(worst(used, grounds)),
    }));
  });
}

const worst = (colour: Rgb, grounds: readonly Rgb[]): number => Math.min(...grounds.map((ground) => contrast(colour, ground)));
const tenths = (ratio: number): number => Math.floor(ratio * 10) / 10;
