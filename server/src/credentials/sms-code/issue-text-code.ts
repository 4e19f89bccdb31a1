import type { PhoneRules } from '../../../../contract/policy/index.ts';
import type { Phone } from '../../directory/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion, TextLimit } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { eventContext } from '../event-context.ts';
import { makeCode } from '../sent-code/make-code.ts';
import { networkOf } from '../../networks/index.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { countText, type TextCount } from './text-count-store.ts';

/** Digits of the national number that numbers of one bought block share. */
const digitsOfBlock = 4;

/** A new code for the run, or the limit that keeps it from being sent; each refusal is told of. */
export async function issueTextCode(
  deps: CredentialsDeps, digest: Digest, throttle: Throttle, tx: Db, population: string, run: string, phone: Phone,
  rules: PhoneRules, occasion: Occasion,
): Promise<{ readonly code: string } | { readonly limit: TextLimit }> {
  const limit = await limitMet(deps, digest, population, phone, rules, occasion);
  if (limit !== undefined) {
    const { principal } = occasion;
    const about = principal === undefined ? { population } : { population, principal };
    // Stays told when the caller's work is rolled back.
    await deps.database.transaction((own) => deps.events.append(own, {
      type: 'message.refused', ...eventContext(about, occasion), open: { kind: 'code', channel: 'sms', limit, country: phone.country },
    }));
    return { limit };
  }
  const { principal } = occasion;
  const subject = principal === undefined ? await throttle.nameOf(population, phone.number)
    : await throttle.accountOf({ population, principal });
  return { code: await makeCode(deps, digest, tx, 'sms-code', population, run, phone.number, subject) };
}

/**
 * The first limit that is met, the narrowest first, so that who has used up their own takes nothing from everybody's.
 * Counted before anything is sent and for good, also where the caller rolls back: a count too many costs nobody money.
 */
async function limitMet(
  { database, clock }: CredentialsDeps, digest: Digest, population: string, phone: Phone, rules: PhoneRules,
  { clientAddress }: Occasion,
): Promise<TextLimit | undefined> {
  if (!rules.countries.includes(phone.country)) return 'country';
  const network = clientAddress === undefined ? undefined : networkOf(clientAddress);
  const of = async (scope: TextCount['scope'], subject: string): Promise<TextCount> => (
    { population, scope, subject: await digest('text', scope, subject) });
  const counts = [
    ...(network === undefined ? [] : [await of('address', network)]),
    await of('number', phone.number), await of('prefix', blockOf(phone)), await of('population', ''),
  ];
  const now = clock();
  for (const count of counts) {
    if (!await countText(database.db, count, rules.limits[count.scope], now)) return count.scope;
  }
  return undefined;
}

const blockOf = ({ number, callingCode }: Phone): string => number.slice(0, callingCode.length + digitsOfBlock);
