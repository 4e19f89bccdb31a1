import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/mobile';

/** A telephone number that texts can be sent to. */
export interface Phone {
  /** ITU-T E.164, with the plus sign: how numbers are compared and called. */
  readonly number: string;
  /** ISO 3166-1, in capitals. */
  readonly country: string;
  /** With the plus sign: what the number begins with. */
  readonly callingCode: string;
  /** As people write it for others abroad. */
  readonly shown: string;
}

/** The plus sign, fifteen digits, and how people space and bracket them. */
const longestWritten = 40;

/**
 * Reads a mobile number; one without its country's code is read as of `region` (two capital letters), and is none where
 * no region is given. Undefined for what isn't a mobile number: landlines get no texts, and premium numbers are never
 * called from here (the library's `mobile` metadata know no others), nor are those of satellites and other networks
 * that belong to no country.
 */
export function readPhone(text: string, region?: string): Phone | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestWritten || /[a-z;=]/i.test(trimmed)) return undefined;
  const found = parsePhoneNumberFromString(trimmed, {
    extract: false, ...(region === undefined ? {} : { defaultCountry: region as CountryCode }),
  });
  if (!found?.isValid() || found.ext !== undefined || found.country === undefined) return undefined;
  return { number: found.number, country: found.country, callingCode: `+${found.countryCallingCode}`, shown: found.formatInternational() };
}

/** Whether an ISO 3166-1 code names a country that has a numbering plan. */
export const isCountryWithNumbers = (country: string): boolean => isSupportedCountry(country);

/** Milliseconds are counted from the last proof. A number that was proved longer ago may be another person's by now. */
export function isRecentlyProved(provedAt: Date | null, within: number, now: Date): boolean {
  return provedAt !== null && now.getTime() - provedAt.getTime() <= within;
}
