import { z } from 'zod';

/** ISO 3166-1, as numbering plans are named. */
const country = z.string().regex(/^[A-Z]{2}$/, 'write a country as two capital letters, like DE');

const rate = (hour: number, day: number, most: number) => z.strictObject({
  hour: z.int().min(1).max(most).default(hour),
  day: z.int().min(1).max(most * 10).default(day),
}).refine((each) => each.hour <= each.day, 'allows more in an hour than in a day').default({ hour, day });

/** Most texts in an hour and in a day, whoever asks for them. */
const textLimits = z.strictObject({
  /** To one number. */
  number: rate(3, 8, 20),
  /** To all numbers that begin alike (the country and four digits): bought blocks of numbers are the mark of toll fraud. */
  prefix: rate(20, 60, 2_000),
  /** Asked for from one network address. */
  address: rate(10, 30, 2_000),
  /** Of the whole population: what a day can cost at most. */
  population: rate(200, 1_000, 50_000),
}).prefault({});

/** That people of this population may be known and reached by a telephone number. Without it no number is taken and no text sent. */
export const phoneRules = z.strictObject({
  /** A number that is typed without its country is read as one of here. */
  region: country,
  /** Codes are sent to mobile numbers of these countries and no others. */
  countries: z.array(country).min(1).max(60),
  /**
   * A number that nobody has proved for longer than this opens nothing by itself: operators give numbers that were
   * given up to others, in some countries after 45 days (47 CFR 52.15(f)(1)(ii)).
   */
  provedWithin: z.string().regex(/^\d{1,2}d$/, 'write days, like 40d')
    .refine((text) => Number.parseInt(text, 10) >= 1 && Number.parseInt(text, 10) <= 90, 'is from 1d to 90d').default('40d'),
  limits: textLimits,
}).refine(({ region, countries }) => countries.includes(region), { error: 'names a region that is not among its countries', path: ['region'] });
export type PhoneRules = z.infer<typeof phoneRules>;
