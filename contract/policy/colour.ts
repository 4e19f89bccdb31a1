/** Colours as numbers: sRGB by WCAG 2.2, lightness by OKLCH (B. Ottosson), where equal steps look equal. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Red, green and blue, 0 to 1, of `#rrggbb`. */
export function parseColour(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function formatColour(colour: Rgb): string {
  return `#${colour.map((part) => Math.round(clamp(part) * 255).toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/**
 * The colour nearest in lightness, of the same hue, that has at least this contrast with every one of `against`.
 * Goes darker or lighter as told; ends at black or white.
 */
export function withContrast(colour: Rgb, against: readonly Rgb[], least: number, way: 'darker' | 'lighter'): Rgb {
  const [lightness, a, b] = toOklab(colour);
  const end = way === 'darker' ? 0 : 1;
  for (let step = 0; step < 100; step += 1) {
    const moved = lightness + ((end - lightness) * step) / 100;
    // Chroma fades towards the ends, where strong colours do not exist.
    const fade = 1 - (step / 100) ** 2;
    const candidate = rounded(fromOklab([moved, a * fade, b * fade]));
    if (against.every((other) => contrast(candidate, other) >= least)) return candidate;
  }
  return [end, end, end];
}

/** The first of `candidates` that reads well on `colour` (4.5:1), else the one that reads best. */
export function readableOn(colour: Rgb, candidates: readonly Rgb[]): Rgb {
  const best = [...candidates].sort((one, other) => contrast(other, colour) - contrast(one, colour))[0]!;
  return candidates.find((candidate) => contrast(candidate, colour) >= 4.5) ?? best;
}

/** As it will be written: a contrast that holds only before rounding does not hold. */
function rounded(colour: Rgb): Rgb {
  return parseColour(formatColour(colour));
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(toLinear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}

type Oklab = readonly [lightness: number, a: number, b: number];

function toOklab(colour: Rgb): Oklab {
  const [r, g, b] = colour.map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Oklab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return linear.map((part) => clamp(fromLinear(clamp(part)))) as unknown as Rgb;
}
