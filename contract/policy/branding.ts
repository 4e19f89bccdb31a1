/** How the pages and mails of a population look and what they say: tokens and slots, never CSS and never markup. */
import { z } from 'zod';
import { clientId } from '../admin/client-registration.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'write a colour as #rrggbb');
const webAddress = z.url({ protocol: /^https?$/, error: 'write a web address, like https://example.org/help' }).max(300);

/** A file that was added to the population, by the hash of its bytes: a policy's version pins every one of them. */
const fileName = (kinds: string, wanted: string) => z.string().regex(
  new RegExp(`^[A-Za-z0-9_-]{43}\\.(?:${kinds})$`), `write the name that the file got when it was added (${wanted})`);
export const pictureName = fileName('svg|png', 'SVG or PNG');
export const fontName = fileName('woff2', 'WOFF2');
export const brandFileName = fileName('svg|png|woff2', 'SVG, PNG or WOFF2');

/** Bytes of a file that comes in; what is kept of it is never more. */
export const largestBrandFile = { svg: 48 * 1024, png: 64 * 1024, woff2: 100 * 1024 } as const;
export type BrandFileKind = keyof typeof largestBrandFile;

/** Controls turn words round or hide them (Unicode TR9 §2); `breaks` lets line ends through. */
const hidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff]/;
const plainText = (most: number, lines: 'one' | 'several' = 'one') => z.string().trim().min(1).max(most)
  .refine((text) => !/<[a-z!/?]/i.test(text), 'a page shows this as plain text, so a tag in it would be read out as it stands')
  .refine((text) => !hidden.test(text) && (lines === 'several' || !text.includes('\n')),
    lines === 'one' ? 'write one line, without control characters' : 'leave out control characters');

/** What may be said in words of one's own. Whatever is left out is said in Limen's words, or not at all. */
export const brandTexts = z.strictObject({
  signInTitle: plainText(60).optional(),
  signInLead: plainText(200).optional(),
  signUpTitle: plainText(60).optional(),
  signUpLead: plainText(200).optional(),
  /** Under every page: who this is, by law or by custom. */
  footer: plainText(200).optional(),
  /** Instead of those that hold for every language. */
  supportText: plainText(200).optional(),
  supportUrl: webAddress.optional(),
  termsUrl: webAddress.optional(),
  privacyUrl: webAddress.optional(),
  /** At the end of every mail. */
  mailSignature: plainText(300, 'several').optional(),
});
export type BrandTexts = z.infer<typeof brandTexts>;
export type BrandSlot = keyof BrandTexts;

/** The languages of `texts`: by their two or three letters (ISO 639), or `any` for what is said in all others. */
const textLanguage = z.string().regex(/^(?:[a-z]{2,3})$/, 'write a language by its letters, like de, or any');

/** Typefaces that devices bring; each ends in what every device has. */
export const typefaces = ['system', 'serif', 'humanist', 'rounded'] as const;
export const cornerSizes = ['sharp', 'soft', 'round'] as const;

const look = {
  accent: colour.optional(),
  /** Where the accent is another one on dark pages. */
  accentDark: colour.optional(),
  logo: z.strictObject({
    light: pictureName,
    dark: pictureName.optional(),
    /** A logo that doesn't say the name has it written beside. */
    withName: z.boolean().optional(),
  }).optional(),
  typeface: z.enum(typefaces).optional(),
  /** A typeface of one's own; `typeface` stands in until it is there, and for letters that it lacks. */
  font: fontName.optional(),
  corners: z.enum(cornerSizes).optional(),
  supportUrl: webAddress.optional(),
  supportText: z.string().trim().max(200).optional(),
  texts: z.record(textLanguage, brandTexts).refine((texts) => Object.keys(texts).length <= 40, 'is for at most 40 languages').optional(),
};
const name = z.string().trim().min(1).max(60);

export const branding = z.strictObject({
  name, ...look, accent: colour,
  /** What an application's pages have instead, field by field and slot by slot. */
  applications: z.record(clientId, z.strictObject({ name: name.optional(), ...look }))
    .refine((each) => Object.keys(each).length <= 50, 'is for at most 50 applications').optional(),
});
export type Branding = z.infer<typeof branding>;

/** A look as one page has it. */
export type Brand = Omit<Branding, 'applications'> & {
  /** Whose it is, where the page doesn't say so itself. */
  readonly population?: string;
  /** Whose own look is in it. */
  readonly application?: string;
  /** Where a draft is looked at: in which scheme. Its files are then only named, for the one who shows it to bring. */
  readonly preview?: { readonly scheme: ColourScheme };
};
export const colourSchemes = ['light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];

/** The look of a population's pages, or of those that an application leads to. */
export function brandFor({ applications, ...own }: Branding, application?: string): Brand {
  const theirs = application !== undefined && applications && Object.hasOwn(applications, application)
    ? applications[application]! : undefined;
  if (application === undefined || !theirs) return own;
  const { texts, ...given } = theirs;
  return { ...own, ...withoutGaps(given), texts: joined(own.texts ?? {}, texts ?? {}), application };
}

/** Every file that a look names, with the fields that name it. */
export function brandFilesOf(whole: Branding): readonly { readonly name: string; readonly at: readonly string[] }[] {
  const of = ({ logo, font }: Pick<Branding, 'logo' | 'font'>, at: readonly string[]) => [
    { name: logo?.light, at: [...at, 'logo', 'light'] }, { name: logo?.dark, at: [...at, 'logo', 'dark'] }, { name: font, at: [...at, 'font'] },
  ];
  const all = [...of(whole, []), ...Object.entries(whole.applications ?? {}).flatMap(([id, theirs]) => of(theirs, ['applications', id]))];
  return all.filter((each): each is { name: string; at: string[] } => each.name !== undefined);
}

/** What a slot says in a language: that language's words, else those for any. */
export function brandText({ texts }: Brand, language: string, slot: BrandSlot): string | undefined {
  const of = (key: string) => (texts && Object.hasOwn(texts, key) ? texts[key]![slot] : undefined);
  return of(language) ?? of('any');
}

/** An application's words win over the population's, also where they are for any language and those for this one. */
function joined(outer: Texts, inner: Texts): Texts {
  const languages = new Set([...Object.keys(outer), ...Object.keys(inner)]);
  return Object.fromEntries([...languages].map((language) => [language, {
    ...outer[language], ...withoutGaps(inner['any'] ?? {}), ...withoutGaps(inner[language] ?? {}),
  }]));
}
type Texts = NonNullable<Branding['texts']>;

const withoutGaps = <T extends object>(value: T): T => (
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T);
