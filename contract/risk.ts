/** What an assessment of risk says, as the records, the console and conditions have it. */
import { z } from 'zod';

export const riskBand = z.enum(['low', 'medium', 'high', 'critical']);
export type RiskBand = z.infer<typeof riskBand>;

/** What can stand out in a request; each with a sentence for whoever analyses decisions. */
export const riskReasons = {
  'device-new': 'The browser did not bring the mark of a device that this principal has used',
  'country-new': 'From a country that this principal has not come from',
  'network-new': 'From a network (ASN) that this principal has not come from',
  'address-new': 'From an address that this principal has not come from',
  'network-hosting': 'From a data centre, where people seldom are',
  'network-relay': 'From a relay (VPN, proxy, Tor) that is not this principal\'s habit',
  'travel-impossible': 'Farther from the last login than anybody could have travelled since',
  'system-new': 'An operating system or kind of device that this principal has not used',
  'browser-new': 'A browser that this principal has not used',
  'hour-unusual': 'At an hour of the day at which this principal hardly ever comes',
  'address-tries-many': 'The address tried many accounts in the last hour',
  'account-guessed': 'Several attempts at this account failed in the last hour',
  'password-breached': 'The password is in lists of breached passwords',
  'password-sprayed': 'The same password is being tried at many accounts',
  'recovery-under-way': 'Somebody is recovering this account',
  'recovered-lately': 'The account was given back by recovery lately',
  'contact-changed': 'An address or number of the account was changed lately',
  'credential-changed': 'A way to sign in was changed lately',
} as const;
export type RiskReason = keyof typeof riskReasons;
export const riskReason = z.enum(Object.keys(riskReasons) as [RiskReason, ...RiskReason[]]);
